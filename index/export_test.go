package index

import "time"

// SetHoldTime makes writers give way more often than they do.
func SetHoldTime(d time.Duration) { holdTime = d }
