package order

// The size of the escape that a text starts with, or 0 if it is none.
func escape(text []byte) int {
	if len(text) < 2 {
		return 0
	}
	switch text[1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if code(text) != noCode {
			return 6
		}
	}
	return 0
}

const noCode = -1

// The code of an escape like \u00e4 that a text starts with.
func code(text []byte) int {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return noCode
	}
	code := 0
	for _, b := range text[2:6] {
		switch letter := b | 0x20; {
		case isDigit(b):
			code = code<<4 | int(b-'0')
		case 'a' <= letter && letter <= 'f':
			code = code<<4 | int(letter-'a'+10)
		default:
			return noCode
		}
	}
	return code
}

// Whether a text, still quoted and escaped, is a word of plain letters.
func reads(text []byte, word string) bool {
	at := 1
	for i := 0; i < len(word); i++ {
		if at >= len(text) {
			return false
		}
		letter, size := int(text[at]), 1
		if letter == '\\' {
			letter, size = code(text[at:]), 6
		}
		if letter != int(word[i]) {
			return false
		}
		at += size
	}
	return at == len(text)-1
}

// Whether an escape stands for half a letter, and the other half is missing.
func hasHalfLetter(text []byte) bool {
	const half, first, second = 0xfc00, 0xd800, 0xdc00
	for at := 1; at < len(text)-1; {
		if text[at] != '\\' {
			at++
			continue
		}
		kind := code(text[at:])
		at += escape(text[at:])
		switch {
		case kind == noCode:
		case kind&half == second:
			return true
		case kind&half == first:
			if code(text[at:])&half != second {
				return true
			}
			at += 6
		}
	}
	return false
}
