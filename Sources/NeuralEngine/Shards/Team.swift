import CKernels

/// The shards of a trainer and the second thread that helps with them.
final class Team {
  let plan: ShardPlan
  let shards: [Shard]
  private let teammate: Teammate?

  init(
    _ stack: LayerStack, plan: ShardPlan, frozen: Set<String>, kernels: UnsafePointer<ck_kernels>
  ) {
    self.plan = plan
    shards = (0..<plan.shards).map { _ in
      Shard(stack, maximumRows: plan.maximumRows, frozen: frozen, kernels: kernels)
    }
    if plan.shards == 2 {
      let second = shards[1]
      teammate = Teammate { second.perform() }
    } else {
      teammate = nil
    }
  }

  /// Has every shard do its job, and returns when all have.
  func perform() {
    teammate?.start()
    shards[0].perform()
    teammate?.finish()
  }
}
