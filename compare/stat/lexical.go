package stat

// TTR is the share of different words among all. It falls with length, so that
// texts of different lengths cannot be compared by it: MATTR is for that.
func TTR[W comparable](words []W) (float64, error) {
	if len(words) == 0 {
		return 0, undefined("empty")
	}
	seen := map[W]bool{}
	for _, w := range words {
		seen[w] = true
	}
	return float64(len(seen)) / float64(len(words)), nil
}

// MATTR is the mean TTR of all windows of so many words (Covington and McFall
// 2010).
func MATTR[W comparable](words []W, window int) (float64, error) {
	if err := windowed(len(words), window); err != nil {
		return 0, err
	}
	seen := map[W]int{}
	types, windows := 0, 0
	for i, w := range words {
		seen[w]++
		if i >= window {
			if gone := words[i-window]; seen[gone] == 1 {
				delete(seen, gone)
			} else {
				seen[gone]--
			}
		}
		if i >= window-1 {
			types += len(seen)
			windows++
		}
	}
	return float64(types) / float64(windows) / float64(window), nil
}

// MSTTR is the mean TTR of the segments of so many words that follow each other
// (Johnson 1944); what is left at the end is not used.
func MSTTR[W comparable](words []W, segment int) (float64, error) {
	if err := windowed(len(words), segment); err != nil {
		return 0, err
	}
	s, n := 0.0, 0
	for i := 0; i+segment <= len(words); i += segment {
		v, err := TTR(words[i : i+segment])
		if err != nil {
			return 0, err
		}
		s += v
		n++
	}
	return s / float64(n), nil
}

func windowed(words, window int) error {
	switch {
	case window < 1:
		return undefined("out-of-range")
	case words == 0:
		return undefined("empty")
	case words < window:
		return undefined("too-short")
	}
	return nil
}
