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

// maxBody is the most that a request's body may weigh, in bytes: the longest text of the contract, escaped, and its frame.
const maxBody = 512 << 10

// checkedBody lets through only bodies that are one JSON value in UTF-8 of a reasonable size.
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
			writeProblem(w, r, badInput(err))
			return
		}
		r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
		r.Body, _ = r.GetBody()
		next.ServeHTTP(w, r)
	})
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

// badInput names what the generated code found wrong with a request.
func badInput(err error) error {
	if _, ok := errors.AsType[*fault.Error](err); ok {
		return err
	}
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return fault.Because(fault.TooLarge, err)
	}
	var name string
	key := "field.type"
	var (
		wrongType *json.UnmarshalTypeError
		format    *api.InvalidParamFormatError
		missing   *api.RequiredParamError
		header    *api.RequiredHeaderError
		many      *api.TooManyValuesForParamError
	)
	switch {
	case errors.As(err, &wrongType):
		name = wrongType.Field
	case errors.As(err, &format):
		name, key = format.ParamName, "field.format"
	case errors.As(err, &missing):
		name, key = missing.ParamName, "field.required"
	case errors.As(err, &header):
		name, key = header.ParamName, "field.required"
	case errors.As(err, &many):
		name, key = many.ParamName, "field.format"
	default:
		return fault.Because(fault.Malformed, err)
	}
	if name == "" {
		return fault.Because(fault.Malformed, err)
	}
	var fields fault.Fields
	fields.Add(name, key)
	return fields.Err()
}
