package httpapi

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
	"unicode/utf8"

	"mesa/shared/api"
	"mesa/shared/domain/fault"
)

// maxBody is the maximum size of a request body in bytes. It allows 65,536 characters of text even if each is escaped with six
// bytes (384 KiB), and 128 KiB for markup and the other members.
const maxBody = 512 << 10

// checkedBody refuses bodies that are too large, have a media type other than JSON, or are not exactly one JSON value in UTF-8.
// It does not read the bodies of GET and DELETE requests.
func checkedBody(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet || r.Method == http.MethodDelete || r.Body == nil {
			next.ServeHTTP(w, r)
			return
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err == nil {
			err = checkBody(r.Header.Get("Content-Type"), body)
		}
		if err != nil {
			writeProblem(w, r, bodyFault(err))
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

// bodyFault converts an error of reading or checking a body to a fault.
func bodyFault(err error) error {
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return fault.WithCause(fault.TooLarge, err)
	}
	if _, ok := errors.AsType[*fault.Error](err); ok {
		return err
	}
	return fault.WithCause(fault.Malformed, err)
}

func checkBody(contentType string, body []byte) error {
	media, params, err := mime.ParseMediaType(contentType)
	charset := params["charset"]
	if err != nil || media != "application/json" || charset != "" && !strings.EqualFold(charset, "utf-8") {
		return fault.New(fault.UnsupportedMediaType)
	}
	if !utf8.Valid(body) || !json.Valid(body) {
		return fault.New(fault.Malformed)
	}
	return nil
}

// inputFault converts an error of decoding a request to a fault that lists the invalid fields, or to fault.Malformed if no field
// can be named. It returns other errors unchanged.
func inputFault(err error) error {
	var errs fault.FieldErrors
	if param, ok := errors.AsType[*api.ParamError](err); ok {
		if param.Missing {
			errs.Add(param.Name, "field.required")
		} else {
			errs.Add(param.Name, "field.format")
		}
		return errs.Err()
	}
	if shape, ok := errors.AsType[*api.ShapeError](err); ok {
		for _, invalid := range shape.Fields {
			if invalid.Missing {
				errs.Add(invalid.Path, "field.required")
			} else {
				errs.Add(invalid.Path, "field.type")
			}
		}
		return errs.Err()
	}
	body, ok := errors.AsType[*api.BodyError](err)
	if !ok {
		return err
	}
	if invalid, ok := errors.AsType[*json.UnmarshalTypeError](body); ok && invalid.Field != "" {
		errs.Add(invalid.Field, "field.type")
		return errs.Err()
	}
	return fault.WithCause(fault.Malformed, err)
}
