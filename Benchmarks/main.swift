import NeuralEngine

// The training rate of the cases named as arguments, or of the small ones: median rows a second.
// A number among the arguments is the number of epochs measured, 7 if there is none.
let arguments = CommandLine.arguments.dropFirst()
let epochs = max(arguments.lazy.compactMap { Int($0) }.first ?? 7, 1)
let names = arguments.filter { Int($0) == nil }
for training in TrainingCase.all
where names.contains(training.name) || (names.isEmpty && "ab".contains(training.name)) {
  let rates = training.rates(epochs: epochs).sorted()
  print(training.name, Int(rates[rates.count / 2]))
}
