package guest

// Emission is one thing to send. Without data it is the message as it came.
type Emission struct {
	output   string
	metadata Document
	data     Document
}

// To makes an emission to an output of the module.
func To(output string) *Emission {
	return &Emission{output: output}
}

// With adds metadata: plain letters or digits.
func (e *Emission) With(name, value string) *Emission {
	e.metadata = e.metadata.Word(name, value)
	return e
}

// Data sets what is sent instead of the message.
func (e *Emission) Data(document Document) *Emission {
	e.data = document
	return e
}

func (e *Emission) json() []byte {
	const frame = 64
	json := make(Document, 0, frame+len(e.output)+len(e.metadata)+len(e.data))
	json = append(json, `{"emit":[`...)
	json = append(json, Document{}.Word("to", e.output)...)
	json = json.Object("metadata", e.metadata)
	if len(e.data) > 0 {
		json = json.Object("data", e.data)
	}
	return append(json, "}]}"...)
}
