// Package zipped measures functions as they are uploaded.
package zipped

import (
	"archive/zip"
	"io"
	"os"
)

const megabyte = 1 << 20

// Budget returns the largest allowed size in bytes of a zipped function (Q5). background links html/template and the mail libraries (ADR 21).
func Budget(function string) int64 {
	if function == "background" {
		return 10 * megabyte
	}
	return 5 * megabyte
}

// Size returns the size in bytes of the zip archive of a function's binary.
func Size(binary string) (int64, error) {
	file, err := os.Open(binary)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	var count counter
	archive := zip.NewWriter(&count)
	into, err := archive.Create("bootstrap")
	if err != nil {
		return 0, err
	}
	if _, err := io.Copy(into, file); err != nil {
		return 0, err
	}
	if err := archive.Close(); err != nil {
		return 0, err
	}
	return int64(count), nil
}

// counter counts the bytes written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
