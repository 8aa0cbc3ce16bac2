import NeuralEngine

// The training rate of the cases named as arguments, or of the small ones: median rows a second.
let wanted = CommandLine.arguments.dropFirst()
for training in TrainingCase.all
where wanted.contains(training.name) || (wanted.isEmpty && "ab".contains(training.name)) {
  let rates = training.rates(epochs: 7).sorted()
  print(training.name, Int(rates[rates.count / 2]))
}
