package ticket

import (
	"bytes"
	"slices"
)

// FalseContentError reports an uploaded file whose content does not agree with its media type.
type FalseContentError struct {
	// Extension is the extension with which the desk would accept the content, such as "png", or "" if the content is not
	// recognized.
	Extension string
}

func (FalseContentError) Error() string {
	return "the content of the file does not agree with its media type"
}

// ContentStart is the number of bytes at the start of a file that ContentAgrees needs.
const ContentStart = 1024

// contents maps a media type to checks of the first bytes of a file, of which one must accept the bytes.
var contents = map[string][]func([]byte) bool{
	"application/pdf": {isPDF},
	// Excel opens tables in HTML and text as .xls, and Word opens RTF as .doc.
	"application/msword":            {isOLE, isZip, isText},
	"application/vnd.ms-excel":      {isOLE, isZip, isText, isBIFF},
	"application/vnd.ms-powerpoint": {isOLE, isZip},
	// Office files with a password are OLE containers.
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document":   {isZip, isOLE},
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":         {isZip, isOLE},
	"application/vnd.openxmlformats-officedocument.presentationml.presentation": {isZip, isOLE},
	"application/vnd.oasis.opendocument.text":                                   {isZip},
	"application/vnd.oasis.opendocument.spreadsheet":                            {isZip},
	"application/vnd.oasis.opendocument.presentation":                           {isZip},
	"application/rtf":              {isText},
	"application/json":             {isText},
	"application/xml":              {isText},
	"application/zip":              {isZip},
	"application/x-zip-compressed": {isZip},
	"image/png":                    {startsWith("\x89PNG\r\n\x1a\n")},
	"image/jpeg":                   {startsWith("\xff\xd8\xff")},
	"image/gif":                    {startsWith("GIF87a"), startsWith("GIF89a")},
	"image/webp":                   {isWebP},
	"image/bmp":                    {startsWith("BM")},
	"image/tiff":                   {startsWith("II*\x00"), startsWith("MM\x00*"), startsWith("II+\x00"), startsWith("MM\x00+")},
	"image/heic":                   {isMediaFile},
	"message/rfc822":               {isText},
	"text/plain":                   {isText},
	"text/csv":                     {isText},
	"text/xml":                     {isText},
	"video/mp4":                    {isMediaFile},
}

// ContentAgrees reports whether the first ContentStart bytes of a file agree with its media type (B4). An unknown media type agrees
// with every content: its files have no extension, so no program opens them by their name.
func ContentAgrees(mediaType string, start []byte) bool {
	accepted, known := contents[mediaType]
	return !known || slices.ContainsFunc(accepted, func(agrees func([]byte) bool) bool { return agrees(start) })
}

// recognized are the media types whose files have a signature that no other type has, so the content alone determines them.
var recognized = []string{"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "image/tiff"}

// ExtensionOf returns the extension of files with a content, such as "png", or "" if the content is not recognized.
func ExtensionOf(start []byte) string {
	for _, mediaType := range recognized {
		if ContentAgrees(mediaType, start) {
			return extensions[mediaType][0]
		}
	}
	return ""
}

func startsWith(signature string) func([]byte) bool {
	return func(start []byte) bool { return bytes.HasPrefix(start, []byte(signature)) }
}

// isPDF reports whether the content is a PDF. Readers accept other bytes before the signature.
func isPDF(start []byte) bool { return bytes.Contains(start, []byte("%PDF-")) }

// isOLE reports whether the content is an OLE container, such as a file of Office 97.
func isOLE(start []byte) bool { return startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")(start) }

// isBIFF reports whether the content is a workbook without a container: of Excel 2 to 4, or of programs that write the same form.
func isBIFF(start []byte) bool {
	return startsWith("\x09\x00\x04\x00")(start) || startsWith("\x09\x02\x06\x00")(start) || startsWith("\x09\x04\x06\x00")(start) || startsWith("\x09\x08\x08\x00")(start)
}

// isZip reports whether the content is a ZIP archive, which may be empty.
func isZip(start []byte) bool {
	return startsWith("PK\x03\x04")(start) || startsWith("PK\x05\x06")(start) || startsWith("PK\x07\x08")(start)
}

// isWebP reports whether the content is a WebP image, which is a RIFF container.
func isWebP(start []byte) bool {
	return len(start) >= 12 && string(start[:4]) == "RIFF" && string(start[8:12]) == "WEBP"
}

// isMediaFile reports whether the content is a container of MPEG-4, such as a video or a HEIC image.
func isMediaFile(start []byte) bool { return len(start) >= 8 && string(start[4:8]) == "ftyp" }

// isText reports whether the content is text: in UTF-16 with a byte order mark, or without zero bytes, which occur in no other text.
// Transcripts of terminals and files for printers contain the other control characters.
func isText(start []byte) bool {
	return startsWith("\xff\xfe")(start) || startsWith("\xfe\xff")(start) || !bytes.ContainsRune(start, 0)
}
