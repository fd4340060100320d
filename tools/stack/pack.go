package main

import (
	"archive/zip"
	"errors"
	"io"
	"os"
	"time"
)

// packedAt is the modification time of every packed file, so that an archive depends only on its content.
var packedAt = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// pack writes a zip archive with a binary, under the name that Lambda executes.
func pack(binary, archive string) error {
	from, err := os.Open(binary)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := os.Create(archive)
	if err != nil {
		return err
	}
	return errors.Join(packInto(to, from), to.Close())
}

func packInto(to io.Writer, bootstrap io.Reader) error {
	archive := zip.NewWriter(to)
	header := &zip.FileHeader{Name: "bootstrap", Method: zip.Deflate, Modified: packedAt}
	header.SetMode(0o755)
	entry, err := archive.CreateHeader(header)
	if err != nil {
		return err
	}
	if _, err := io.Copy(entry, bootstrap); err != nil {
		return err
	}
	return archive.Close()
}
