package extract

import "iter"

// Properties are written as changes: a code of what changes, then to what.
// These are the codes that say something of a text; the top bits of a code
// tell the length of what follows.
const (
	sprmPStyle     = 0x4600
	sprmPJc        = 0x2461
	sprmPJcOld     = 0x2403
	sprmPInTable   = 0x2416
	sprmPRowEnd    = 0x2417
	sprmPDepth     = 0x6649
	sprmPDepthStep = 0x664a
	sprmPInnerCell = 0x244b
	sprmPInnerEnd  = 0x244c
	sprmPOutline   = 0x2640
	sprmPLevel     = 0x260a
	sprmPList      = 0x460b
	sprmPAnld      = 0xc63e
	sprmPAnldLevel = 0x240d
	sprmPHuge      = 0x6646
	sprmPHugeOld   = 0x6645
	sprmPTabs      = 0xc615

	sprmCDeleted    = 0x0800
	sprmCInserted   = 0x0801
	sprmCSymbol     = 0x6a09
	sprmCSpecial    = 0x0855
	sprmCStyle      = 0x4a30
	sprmCPlain      = 0x2a33
	sprmCBold       = 0x0835
	sprmCItalic     = 0x0836
	sprmCStrike     = 0x0837
	sprmCData       = 0x6a03
	sprmCHidden     = 0x083c
	sprmCDouble     = 0x2a53
	sprmCFont       = 0x4a4f
	sprmCColour     = 0x2a42
	sprmCColourRGB  = 0x6870
	sprmCRaised     = 0x2a48
	sprmCPosition   = 0x4845
	sprmTDefine     = 0xd608
	sprmTMerge      = 0x5624
	sprmTSplit      = 0x5625
	sprmTMergeDown  = 0xd62b
	sprmTDefineOld6 = 0xd606
)

// sprms yields each property with its operand, without a byte of length. It
// stops at the first that does not fit.
func sprms(b []byte, old bool) iter.Seq2[uint16, []byte] {
	if old {
		return oldSprms(b)
	}
	return func(yield func(uint16, []byte) bool) {
		for len(b) >= 2 {
			op := le16(b, 0)
			b = b[2:]
			skip, n := 0, 0
			switch op >> 13 {
			case 0, 1:
				n = 1
			case 2, 4, 5:
				n = 2
			case 3:
				n = 4
			case 7:
				n = 3
			case 6:
				skip, n = variable(op, b)
			}
			if skip+n > len(b) || n < 0 {
				return
			}
			if !yield(op, b[skip:skip+n]) {
				return
			}
			b = b[skip+n:]
		}
	}
}

// variable is the length of an operand that tells it itself, behind the bytes
// that do.
func variable(op uint16, b []byte) (skip, n int) {
	if len(b) == 0 {
		return 0, -1
	}
	switch {
	case op == sprmTDefine || op == sprmTDefineOld6:
		return 2, int(le16(b, 0)) - 1
	case op == sprmPTabs && b[0] == 255: // too long for a byte: counts of tabs deleted and added
		deleted := 1 + 4*int(b[min(1, len(b)-1)])
		if 1+deleted >= len(b) {
			return 0, -1
		}
		return 1, deleted + 1 + 3*int(b[1+deleted])
	}
	return 1, int(b[0])
}

// oldSprms yields the properties of Word 6 under the codes of Word 97.
func oldSprms(b []byte) iter.Seq2[uint16, []byte] {
	return func(yield func(uint16, []byte) bool) {
		for len(b) > 0 {
			op := b[0]
			b = b[1:]
			skip, n := 0, 1
			if s, ok := oldSizes[op]; ok {
				n = s
			}
			if n < 0 {
				code := uint16(0)
				switch op {
				case 190:
					code = sprmTDefine
				case 23:
					code = sprmPTabs
				}
				skip, n = variable(code, b)
			}
			if skip+n > len(b) || n < 0 {
				return
			}
			if code := shortSprms[op]; code != 0 && !yield(code, b[skip:skip+n]) {
				return
			}
			b = b[skip+n:]
		}
	}
}

// oldSizes are the lengths of operands in Word 6 that are not 1; -1 is told by
// the operand itself.
var oldSizes = map[byte]int{
	0: 0, 2: 2, 3: -1, 12: -1, 15: -1, 16: 2, 17: 2, 18: 2, 19: 2, 20: 4, 21: 2, 22: 2, 23: -1, 26: 2, 27: 2, 28: 2,
	30: 2, 31: 2, 32: 2, 33: 2, 34: 2, 35: 2, 36: 2, 38: 2, 39: 2, 40: 2, 41: 2, 42: 2, 43: 2, 45: 2, 46: 2, 47: 2,
	48: 2, 49: 2, 52: -1, 68: -1, 69: 2, 70: 4, 72: 2, 73: 3, 74: -1, 80: 2, 81: -1, 82: -1, 83: 0, 93: 2, 95: 3,
	96: 2, 97: 2, 99: 2, 101: 2, 103: -1, 105: -1, 106: -1, 107: 2, 108: -1, 109: 2, 110: 2, 113: 2, 114: 2, 116: 2,
	120: 12, 121: 2, 122: 2, 123: 2, 124: 2, 182: 2, 183: 2, 184: 2, 187: 12, 188: -1, 189: 2, 190: -1, 191: -1,
	192: 4, 193: 5, 194: 4, 195: 2, 196: 4, 197: 2, 198: 2, 199: 5, 200: 4,
}

// shortSprms are the properties by the numbers that Word 6 gave them. Pieces of
// Word 97 still name them so.
var shortSprms = [256]uint16{
	2: sprmPStyle, 5: sprmPJcOld, 12: sprmPAnld, 13: sprmPAnldLevel, 24: sprmPInTable, 25: sprmPRowEnd,
	65: sprmCDeleted, 66: sprmCInserted, 74: sprmCSymbol, 80: sprmCStyle, 83: sprmCPlain, 85: sprmCBold,
	86: sprmCItalic, 87: sprmCStrike, 92: sprmCHidden, 93: sprmCFont, 98: sprmCColour,
	101: sprmCPosition, 104: sprmCRaised, 117: sprmCSpecial, 190: sprmTDefine, 197: sprmTMerge, 198: sprmTSplit,
}
