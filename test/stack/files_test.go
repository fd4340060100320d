package stack

import (
	"bytes"
	"net/http"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"mesa/shared/adapter/files"
	"mesa/shared/api"
	"mesa/test/running"
)

// announce requests the upload of a file with a size and type.
func announce(t *testing.T, by *running.Visitor, size int, contentType string) api.AttachmentUpload {
	t.Helper()
	var announced api.AttachmentUpload
	by.Send(t, http.MethodPost, "/attachments", map[string]any{"filename": "captura.png", "size": size, "contentType": contentType}).Into(t, http.StatusCreated, &announced)
	return announced
}

// upload uploads a file, as a browser does. change replaces values of headers.
func upload(t *testing.T, announced api.AttachmentUpload, content []byte, change map[string]string) int {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPut, announced.Upload.Url, bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	for _, headers := range []map[string]string{announced.Upload.Headers, change} {
		for name, value := range headers {
			request.Header.Set(name, value)
		}
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	return response.StatusCode
}

// sendWith creates a ticket with a file.
func sendWith(t *testing.T, by *running.Visitor, announced api.AttachmentUpload) running.Response {
	t.Helper()
	body := running.NewTicket("Con archivo")
	body["attachmentIds"] = []string{announced.Id}
	return by.Send(t, http.MethodPost, "/tickets", body, "Idempotency-Key", "con-"+announced.Id)
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
	// AWS refuses these uploads, because the signature covers the size and the type. The emulators do not check signatures, so there
	// the file is refused when a ticket is sent with it.
	for name, refused := range map[string]struct {
		content []byte
		change  map[string]string
	}{
		"larger":            {append(slices.Clone(content), 'x'), nil},
		"smaller":           {content[:len(content)-1], nil},
		"with another type": {content, map[string]string{"Content-Type": "text/html"}},
		"missing":           {nil, nil},
	} {
		announced := announce(t, requester, len(content), "image/png")
		if refused.content != nil {
			upload(t, announced, refused.content, refused.change)
		}
		if response := sendWith(t, requester, announced); response.Status != http.StatusBadRequest {
			t.Errorf("a file that is %s was sent: %d", name, response.Status)
		}
	}

	program := append([]byte("MZ\x90\x00"), content...)
	announced := announce(t, requester, len(program), "image/png")
	if status := upload(t, announced, program, nil); status >= 300 {
		t.Fatalf("the upload was refused: %d", status)
	}
	sendWith(t, requester, announced).Want(t, http.StatusBadRequest)

	uploaded := announce(t, requester, len(content), "image/png")
	if status := upload(t, uploaded, content, nil); status >= 300 {
		t.Fatalf("the upload was refused: %d", status)
	}
	// The URL is still valid, but it uploads only once (P4).
	if status := upload(t, uploaded, png("two"), nil); status != http.StatusPreconditionFailed {
		t.Errorf("the second upload with the same URL: %d", status)
	}
	body := running.NewTicket("Con archivo")
	body["attachmentIds"] = []string{uploaded.Id}
	created := requester.CreateTicket(t, body)
	if files := created.Entries[0].Attachments; len(files) != 1 || files[0].Filename != "captura.png" {
		t.Errorf("%+v", files)
	}
	for _, reader := range []*running.Visitor{requester, stack.SignedIn(t, stack.DemoPeople("agent")[0])} {
		if got := download(t, reader, uploaded.Id); !bytes.Equal(got, content) {
			t.Errorf("%d bytes came back of %d", len(got), len(content))
		}
	}
	stack.SignedIn(t, othersCredentials).Send(t, http.MethodGet, "/attachments/"+uploaded.Id, nil).Want(t, http.StatusNotFound)
	stack.Anonymous("es").Send(t, http.MethodGet, "/attachments/"+uploaded.Id, nil).Want(t, http.StatusUnauthorized)

	// An upload without the condition cannot replace the sent file. AWS refuses it with 403, because the signature covers the header.
	upload(t, uploaded, png("two"), map[string]string{"If-None-Match": ""})
	if got := download(t, requester, uploaded.Id); !bytes.Equal(got, content) {
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
	sent, expired := announce(t, requester, len(content), "image/png"), announce(t, requester, len(content), "image/png")
	for _, uploaded := range []api.AttachmentUpload{sent, expired} {
		if status := upload(t, uploaded, content, nil); status >= 300 {
			t.Fatalf("the upload was refused: %d", status)
		}
		if got := download(t, requester, uploaded.Id); !bytes.Equal(got, content) {
			t.Errorf("%d bytes of the upload came back of %d", len(got), len(content))
		}
	}
	body := running.NewTicket("Con un archivo que permanece")
	body["attachmentIds"] = []string{sent.Id}
	requester.CreateTicket(t, body)
	client, bucket := files.NewClient(stack.AWSConfig()), stack.Outputs["AttachmentsBucket"]
	for _, uploaded := range []api.AttachmentUpload{sent, expired} {
		if _, err := client.DeleteObject(t.Context(), &s3.DeleteObjectInput{Bucket: &bucket, Key: aws.String(files.UploadPrefix + uploaded.Id)}); err != nil {
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
