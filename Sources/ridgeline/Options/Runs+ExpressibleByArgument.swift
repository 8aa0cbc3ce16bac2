public import ArgumentParser
public import Runs

extension Runs.Task: ExpressibleByArgument {}
extension Method: ExpressibleByArgument {}
extension L1Mode: ExpressibleByArgument {}
extension PenaltyPull: ExpressibleByArgument {}
extension LossName: ExpressibleByArgument {}
extension ScheduleName: ExpressibleByArgument {}
extension PenaltyGroups: ExpressibleByArgument {}
extension OptimizerName: ExpressibleByArgument {}
