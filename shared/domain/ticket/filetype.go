package ticket

import (
	"path"
	"slices"
	"strings"
)

// extensions are the file extensions of each media type. A media type that is not listed accepts only names without an extension,
// so a setting cannot allow a type whose extensions are unknown.
var extensions = map[string][]string{
	"application/pdf":               {"pdf"},
	"application/msword":            {"doc", "dot"},
	"application/vnd.ms-excel":      {"xls", "xlt", "csv"}, // Windows reports a CSV file as Excel
	"application/vnd.ms-powerpoint": {"ppt", "pps", "pot"},
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document":   {"docx"},
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":         {"xlsx"},
	"application/vnd.openxmlformats-officedocument.presentationml.presentation": {"pptx"},
	"application/vnd.oasis.opendocument.text":                                   {"odt"},
	"application/vnd.oasis.opendocument.spreadsheet":                            {"ods"},
	"application/vnd.oasis.opendocument.presentation":                           {"odp"},
	"application/rtf":              {"rtf"},
	"application/json":             {"json"},
	"application/xml":              {"xml"},
	"application/zip":              {"zip"},
	"application/x-zip-compressed": {"zip"},
	"image/png":                    {"png"},
	"image/jpeg":                   {"jpg", "jpeg", "jpe", "jfif"},
	"image/gif":                    {"gif"},
	"image/webp":                   {"webp"},
	"image/bmp":                    {"bmp", "dib"},
	"image/tiff":                   {"tif", "tiff"},
	"image/heic":                   {"heic", "heif"},
	"message/rfc822":               {"eml"},
	"text/plain":                   {"txt", "text", "log", "csv", "tsv"},
	"text/csv":                     {"csv"},
	"text/xml":                     {"xml"},
	"video/mp4":                    {"mp4", "m4v"},
}

// Extension returns the extension of a file name in lower case, without the dot, or "" if the name has none. It ignores dots and
// spaces at the end of the name, as Windows does when it saves the file.
func Extension(filename string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(strings.TrimRight(filename, ". ")), "."))
}

// ExtensionAgrees reports whether files of a media type may have an extension (B4). A name without an extension agrees with every
// type, because no program opens it by its name.
func ExtensionAgrees(extension, mediaType string) bool {
	return extension == "" || slices.Contains(extensions[mediaType], extension)
}
