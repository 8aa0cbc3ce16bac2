import NeuralEngine
import Runs
import Testing

@testable import Experiments

@Suite struct RateCourseTests {
  @Test func aCosineEndsWithTheLastEpoch() {
    var settings = ScheduleSettings()
    settings.name = .cosine
    settings.warmUpEpochs = 2
    let course = RateCourse(settings, batches: 5, epochs: 10)
    #expect(course.factor(behind: 0) == 0)
    #expect(course.factor(behind: 5) == 0.5)
    #expect(course.factor(behind: 10) == 1)
    #expect(abs(course.factor(behind: 30) - 0.5) < 1e-12)
    #expect(course.factor(behind: 50) < 1e-12)
  }

  /// Keras's ReduceLROnPlateau: a loss has to be better by 1e-4, and after a cut the count starts anew.
  @Test func aPlateauCutsTheRate() {
    var settings = ScheduleSettings()
    settings.plateauPatience = 2
    settings.plateauFactor = 0.5
    var course = RateCourse(settings, batches: 1, epochs: 9)
    let factors = [1.0, 0.9, 0.89995, nil, 0.9, 0.9, 0.9, 0.5, 0.6, 0.6].map { loss -> Double in
      course.note(validationLoss: loss)
      return course.factor(behind: 0)
    }
    #expect(factors == [1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125])
  }

  @Test func aRunTellsItsRateAndIsTrainedAgain() throws {
    var configuration = penguins(epochs: 6)
    configuration.optimizer.schedule.name = .cosine
    configuration.optimizer.schedule.plateauPatience = 1
    configuration.optimizer.averageMomentum = 0.9
    configuration.optimizer.clipNorm = 0.5
    let watched = Watched(configuration)
    let result = try #require(watched.runToEnd())
    let rates = watched.epochs.compactMap(\.learningRate)
    #expect(rates.count == 6 && rates.first ?? 0 > rates.last ?? 1)
    var journal = RunJournal(header: watched.headers[0])
    for event in watched.events { journal.note(event) }
    let again = Watched(TrainingSession(replaying: journal))
    #expect(again.runToEnd()?.test == result.test)
    #expect(again.weights == watched.weights)
  }

  @Test func theMeanOfTheWeightsIsWhatIsEvaluatedAndSaved() throws {
    var configuration = penguins(epochs: 4)
    let plain = Watched(configuration)
    plain.runToEnd()
    configuration.optimizer.averageMomentum = 0.95
    let averaged = Watched(configuration)
    let result = try #require(averaged.runToEnd())
    // Training itself is the same; what is evaluated is not.
    #expect(averaged.epochs.map(\.train) == plain.epochs.map(\.train))
    #expect(averaged.weights != plain.weights)
    #expect(averaged.epochs.last?.test == result.test)
    let model = try #require(averaged.session.trainedModel())
    let test = try #require(configuration.data.test)
    #expect(abs(try model.evaluate(test).loss - (result.test?.loss ?? 9)) < 1e-9)
  }

  @Test func needsValidationRows() {
    var configuration = penguins(epochs: 1)
    configuration.optimizer.schedule.plateauPatience = 2
    configuration.data.validationSplit = 0
    let watched = Watched(configuration)
    watched.runToEnd()
    #expect(watched.failure?.contains("--reduce-on-plateau") == true)
  }
}
