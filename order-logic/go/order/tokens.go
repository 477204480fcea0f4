package order

import (
	"strconv"
	"unicode/utf8"
)

// The byte to read next, or zero at the end: zero is no part of any JSON.
func (s *scanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

// Goes over space, to the byte that it returns.
func (s *scanner) next() byte {
	for {
		switch b := s.peek(); b {
		case ' ', '\n', '\r', '\t':
			s.at++
		default:
			return b
		}
	}
}

// Goes over space and then this byte, if it is the next one.
func (s *scanner) passes(b byte) bool {
	if s.next() != b {
		return false
	}
	s.at++
	return true
}

func (s *scanner) string() bool {
	s.escaped = false
	text := s.text
	at := s.at + 1
	for at < len(text) {
		b := text[at]
		if b == '"' {
			s.at = at + 1
			return true
		}
		size := 1
		if b < ' ' || b == '\\' || b >= utf8.RuneSelf {
			size = s.oddLetter(text[at:])
		}
		if size == 0 {
			break
		}
		at += size
	}
	s.at = at
	return s.fails("a letter of a text was expected")
}

// The size of a letter that is not one plain byte, or 0 if it is none.
func (s *scanner) oddLetter(text []byte) int {
	switch {
	case text[0] == '\\':
		s.escaped = true
		return escape(text)
	case text[0] < ' ':
		return 0
	}
	letter, size := utf8.DecodeRune(text)
	if letter == utf8.RuneError && size == 1 {
		return 0
	}
	return size
}

func (s *scanner) number() bool {
	if s.peek() == '-' {
		s.at++
	}
	if s.peek() == '0' {
		s.at++
	} else if !s.digits() {
		return false
	}
	if s.peek() == '.' {
		s.at++
		if !s.digits() {
			return false
		}
	}
	return s.peek()|0x20 != 'e' || s.exponent()
}

func (s *scanner) exponent() bool {
	s.at++
	if sign := s.peek(); sign == '-' || sign == '+' {
		s.at++
	}
	return s.digits()
}

func (s *scanner) digits() bool {
	if !isDigit(s.peek()) {
		return s.fails("a digit was expected")
	}
	for isDigit(s.peek()) {
		s.at++
	}
	return true
}

// Goes over this word, if it is the next one.
func (s *scanner) word(letters string) bool {
	end := s.at + len(letters)
	if end > len(s.text) || string(s.text[s.at:end]) != letters {
		return false
	}
	s.at = end
	return true
}

func (s *scanner) fails(problem string) bool {
	s.at = min(s.at+1, len(s.text))
	s.problem = problem + s.where()
	return false
}

// The place of the byte that was read last.
func (s *scanner) where() string {
	line, start := 1, 0
	for i, b := range s.text[:s.at] {
		if b == '\n' {
			line, start = line+1, i+1
		}
	}
	return " at line " + strconv.Itoa(line) + " column " + strconv.Itoa(s.at-start)
}

func isDigit(b byte) bool {
	return '0' <= b && b <= '9'
}
