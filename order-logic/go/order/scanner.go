package order

// Far more than an order needs, far less than what a later reader of the document may stumble over.
const deepest = 100

// A scanner goes over JSON once, checks it, and keeps the values that somebody asks for. Its methods say whether all
// was well; if not, the problem says what is wrong, and at is after the byte that is.
type scanner struct {
	text    []byte
	at      int
	depth   int
	escaped bool // the last text had escapes
	problem string
	isJSON  bool // the problem is none of JSON
}

// Reads the whole text as one object.
func (s *scanner) message(fields *fields) bool {
	if s.next() != '{' {
		return s.noObject()
	}
	if !s.object(fields) {
		return false
	}
	s.next()
	return s.at == len(s.text) || s.fails("the end was expected")
}

// Reads an object, keeps the fields of interest, and checks the others.
func (s *scanner) object(fields *fields) bool {
	if !s.opens() {
		return false
	}
	if s.next() != '}' {
		for more := true; more; more = s.passes(',') {
			if !s.field(fields) {
				return false
			}
		}
	}
	return s.closes('}', "a comma or the end of an object was expected")
}

func (s *scanner) list() bool {
	if !s.opens() {
		return false
	}
	if s.next() != ']' {
		for more := true; more; more = s.passes(',') {
			if !s.value() {
				return false
			}
		}
	}
	return s.closes(']', "a comma or the end of a list was expected")
}

// Goes to the first or the next entry of a list that was checked before, and says whether there is one.
func (s *scanner) entry() bool {
	if s.next() == ']' {
		return false
	}
	s.at++
	return s.next() != ']'
}

// Goes back, and gets the whole value that starts there.
func (s *scanner) valueAt(start int) []byte {
	s.at = start
	s.value()
	return s.text[start:s.at]
}

func (s *scanner) value() bool {
	switch first := s.next(); {
	case first == '"':
		return s.string()
	case first == '{':
		return s.object(nil)
	case first == '[':
		return s.list()
	case first == '-' || isDigit(first):
		return s.number()
	default:
		return s.word("true") || s.word("false") || s.word("null") || s.fails("a value was expected")
	}
}

func (s *scanner) field(fields *fields) bool {
	if s.next() != '"' {
		return s.fails("a field name was expected")
	}
	start := s.at
	if !s.string() {
		return false
	}
	index := unknown
	if fields != nil {
		name := s.text[start:s.at]
		index = fields.find(name)
		if !s.accepts(name, fields, index) {
			return false
		}
	}
	if !s.passes(':') {
		return s.fails("a colon was expected")
	}
	s.next()
	value := s.at
	if !s.value() {
		return false
	}
	if index != unknown {
		fields.values[index] = s.text[value:s.at]
	}
	return true
}

// A field that is there twice is refused: two readers could take a different one.
func (s *scanner) accepts(name []byte, fields *fields, index int) bool {
	if s.escaped && hasHalfLetter(name) {
		return s.fails("half a letter was found in a field name")
	}
	if index != unknown && fields.values[index] != nil {
		return s.isNoOrder(fields.names[index] + " is there twice" + s.where())
	}
	return true
}

func (s *scanner) opens() bool {
	s.depth++
	if s.depth > deepest {
		return s.fails("less depth was expected")
	}
	s.at++
	return true
}

func (s *scanner) closes(end byte, expected string) bool {
	if !s.passes(end) {
		return s.fails(expected)
	}
	s.depth--
	return true
}

// It is no object, if it starts like something else that is JSON.
func (s *scanner) noObject() bool {
	if s.next() == '[' || s.value() {
		return s.isNoOrder("an order is a JSON object")
	}
	return false
}

func (s *scanner) isNoOrder(problem string) bool {
	s.isJSON = true
	s.problem = problem
	return false
}
