package amend

var kazakh0 = language0{
	read:   func(string) (order0, Why) { return order0{}, WhyWords },
	act:    func(string) (Act, bool) { return Act{}, false },
	orders: func(string) bool { return false },
	effect: func(string) (Effect, []exception0, bool) { return Effect{}, nil, false },
}
