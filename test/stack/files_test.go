package stack

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"mesa/shared/adapter/files"
	"mesa/shared/api"
	"mesa/test/running"
)

// uploadForm requests the upload form of a file with a size and type.
func uploadForm(t *testing.T, by *running.Visitor, size int, contentType string) api.AttachmentUpload {
	t.Helper()
	var form api.AttachmentUpload
	by.Send(t, http.MethodPost, "/attachments", map[string]any{"filename": "captura.png", "size": size, "contentType": contentType}).Into(t, http.StatusCreated, &form)
	return form
}

// upload uploads a file with a form, as a browser does.
func upload(t *testing.T, form api.AttachmentUpload, content []byte, change map[string]string) int {
	t.Helper()
	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	for name, value := range form.Upload.Fields {
		if changed, ok := change[name]; ok {
			value = changed
		}
		if err := parts.WriteField(name, value); err != nil {
			t.Fatal(err)
		}
	}
	file, err := parts.CreateFormFile("file", "captura.png")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := parts.Close(); err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, form.Upload.Url, &body)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", parts.FormDataContentType())
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	return response.StatusCode
}

// png returns content that starts like a PNG image.
func png(text string) []byte {
	return append([]byte("\x89PNG\r\n\x1a\n"), bytes.Repeat([]byte(text), 700)...)
}

// fetch returns the content at a URL.
func fetch(t *testing.T, url string) []byte {
	t.Helper()
	response := running.Get(t, url)
	response.Want(t, http.StatusOK)
	return response.Body
}

// TestFileUploadAndDownload checks that an upload must match its announced size and type (B4), that its content must agree with the type, and that only readers of the
// ticket can download the file (P4).
func TestFileUploadAndDownload(t *testing.T) {
	stack := running.Find(t)
	_, credentials := stack.NewPerson(t)
	_, othersCredentials := stack.NewPerson(t)
	requester := stack.SignedIn(t, credentials)
	content := png("one")
	if status := upload(t, uploadForm(t, requester, len(content), "image/png"), append(content, 'x'), nil); status < 400 {
		t.Errorf("a larger file was accepted: %d", status)
	}
	if status := upload(t, uploadForm(t, requester, len(content), "image/png"), content[1:], nil); status < 400 {
		t.Errorf("a smaller file was accepted: %d", status)
	}
	if status := upload(t, uploadForm(t, requester, len(content), "image/png"), content, map[string]string{"Content-Type": "text/html"}); status < 400 {
		t.Errorf("another type was accepted: %d", status)
	}
	missing := uploadForm(t, requester, len(content), "image/png")
	unfinished := running.NewTicket("Sin su archivo")
	unfinished["attachmentIds"] = []string{missing.Id}
	requester.Send(t, http.MethodPost, "/tickets", unfinished, "Idempotency-Key", "sin-su-archivo").Want(t, http.StatusBadRequest)

	program := append([]byte("MZ\x90\x00"), content...)
	announced := uploadForm(t, requester, len(program), "image/png")
	if status := upload(t, announced, program, nil); status >= 300 {
		t.Fatalf("the upload was refused: %d", status)
	}
	withProgram := running.NewTicket("Con un programa")
	withProgram["attachmentIds"] = []string{announced.Id}
	requester.Send(t, http.MethodPost, "/tickets", withProgram, "Idempotency-Key", "con-un-programa").Want(t, http.StatusBadRequest)

	form := uploadForm(t, requester, len(content), "image/png")
	if status := upload(t, form, content, nil); status >= 300 {
		t.Fatalf("the upload was refused: %d", status)
	}
	body := running.NewTicket("Con archivo")
	body["attachmentIds"] = []string{form.Id}
	created := requester.CreateTicket(t, body)
	if files := created.Entries[0].Attachments; len(files) != 1 || files[0].Filename != "captura.png" {
		t.Errorf("%+v", files)
	}
	for _, reader := range []*running.Visitor{requester, stack.SignedIn(t, stack.DemoPeople("agent")[0])} {
		if got := download(t, reader, form.Id); !bytes.Equal(got, content) {
			t.Errorf("%d bytes came back of %d", len(got), len(content))
		}
	}
	stack.SignedIn(t, othersCredentials).Send(t, http.MethodGet, "/attachments/"+form.Id, nil).Want(t, http.StatusNotFound)
	stack.Anonymous("es").Send(t, http.MethodGet, "/attachments/"+form.Id, nil).Want(t, http.StatusUnauthorized)

	// The form is still valid, but its content does not replace the sent file (P4).
	if status := upload(t, form, png("two"), nil); status >= 300 {
		t.Fatalf("the form was refused the second time: %d", status)
	}
	if got := download(t, requester, form.Id); !bytes.Equal(got, content) {
		t.Error("the sent file was replaced")
	}
}

// download downloads a file as a page does.
func download(t *testing.T, by *running.Visitor, id string) []byte {
	t.Helper()
	response := by.Send(t, http.MethodGet, "/attachments/"+id, nil)
	response.Want(t, http.StatusFound)
	return fetch(t, response.Header.Get("Location"))
}

// TestExpiredUploadCannotBeSent deletes uploads as the bucket's lifecycle rule does: a sent file remains, and a file that was
// not sent can no longer be sent (P5).
func TestExpiredUploadCannotBeSent(t *testing.T) {
	stack := running.Find(t)
	_, credentials := stack.NewPerson(t)
	requester := stack.SignedIn(t, credentials)
	content := png("one")
	sent, expired := uploadForm(t, requester, len(content), "image/png"), uploadForm(t, requester, len(content), "image/png")
	for _, form := range []api.AttachmentUpload{sent, expired} {
		if status := upload(t, form, content, nil); status >= 300 {
			t.Fatalf("the upload was refused: %d", status)
		}
		if got := download(t, requester, form.Id); !bytes.Equal(got, content) {
			t.Errorf("%d bytes of the upload came back of %d", len(got), len(content))
		}
	}
	body := running.NewTicket("Con un archivo que permanece")
	body["attachmentIds"] = []string{sent.Id}
	requester.CreateTicket(t, body)
	client, bucket := files.NewClient(stack.AWSConfig()), stack.Outputs["AttachmentsBucket"]
	for _, form := range []api.AttachmentUpload{sent, expired} {
		if _, err := client.DeleteObject(t.Context(), &s3.DeleteObjectInput{Bucket: &bucket, Key: aws.String(files.UploadPrefix + form.Id)}); err != nil {
			t.Fatal(err)
		}
	}
	if got := download(t, requester, sent.Id); !bytes.Equal(got, content) {
		t.Errorf("%d bytes of the sent file came back of %d", len(got), len(content))
	}
	late := running.NewTicket("Con un archivo que expiró")
	late["attachmentIds"] = []string{expired.Id}
	requester.Send(t, http.MethodPost, "/tickets", late, "Idempotency-Key", "con-archivo-que-expiró").Want(t, http.StatusBadRequest)
}
