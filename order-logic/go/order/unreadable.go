package order

import (
	"strconv"
	"unicode/utf8"
)

// What is wrong with a message as a whole comes before what is wrong at one place.
func whyUnreadable(message []byte, scanner *scanner) string {
	switch end := endOfUTF8(message); {
	case end < len(message):
		return "not JSON: byte " + strconv.Itoa(end) + " is not UTF-8"
	case isTooDeep(message):
		return "not an order: nested deeper than " + strconv.Itoa(deepest) + " levels"
	case scanner.isJSON:
		return "not an order: " + scanner.problem
	default:
		return "not JSON: " + scanner.problem
	}
}

// Where the first byte stands that is no UTF-8, or the end.
func endOfUTF8(text []byte) int {
	at := 0
	for at < len(text) {
		letter, size := utf8.DecodeRune(text[at:])
		if letter == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}

// Counts brackets outside of texts, whether or not it is JSON.
func isTooDeep(message []byte) bool {
	depth, quoted, escaped := 0, false, false
	for _, b := range message {
		switch {
		case escaped:
			escaped = false
		case b == '\\':
			escaped = quoted
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == '{', b == '[':
			depth++
		case b == '}', b == ']':
			depth = max(0, depth-1)
		}
		if depth > deepest {
			return true
		}
	}
	return false
}
