package guest

const version = "1.0.0"

// ThisModule says which module made a document.
func ThisModule(name string) Document {
	return Document{}.Word("name", name).Word("version", version)
}
