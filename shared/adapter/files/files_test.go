package files_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"

	"mesa/shared/adapter/files"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// conditionalBucket is a fake bucket that serves GetObject, CopyObject and HeadObject. Like AWS, it evaluates the conditions of
// CopyObject. The emulator ignores If-None-Match of a copy (the s3.py of ministack evaluates conditions on the destination only for
// PutObject), so the tests of the stack cannot cover it.
type conditionalBucket struct {
	mutex   sync.Mutex
	objects map[string]string // ETags by key
	// content and contentType are those of every object.
	content, contentType string
	// unread is the number of bytes of an object after its first bytes.
	unread int
	// replaceUpload is called before each copy, as if a person uploaded the file again.
	replaceUpload func()
	// conflicts is the number of copies that fail because another copy to the same key is in progress.
	conflicts int
}

func (b *conditionalBucket) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	key := strings.TrimPrefix(r.URL.Path, "/files/")
	if r.Method == http.MethodPut && b.replaceUpload != nil {
		b.replaceUpload()
	}
	stored, exists := b.objects[key]
	source, uploaded := b.objects[strings.TrimPrefix(r.Header.Get("X-Amz-Copy-Source"), "files/")]
	switch {
	case r.Method == http.MethodHead && exists:
		w.Header().Set("ETag", stored)
	case r.Method == http.MethodHead:
		w.WriteHeader(http.StatusNotFound)
	case r.Method == http.MethodGet && exists:
		w.Header().Set("ETag", stored)
		w.Header().Set("Content-Type", b.contentType)
		w.Header().Set("Content-Range", fmt.Sprintf("bytes 0-%d/%d", len(b.content)-1, len(b.content)+b.unread))
		if _, err := w.Write([]byte(b.content)); err != nil {
			panic(err)
		}
	case !uploaded:
		refuse(w, http.StatusNotFound, "NoSuchKey")
	case exists && r.Header.Get("If-None-Match") == "*", source != r.Header.Get("X-Amz-Copy-Source-If-Match"):
		refuse(w, http.StatusPreconditionFailed, "PreconditionFailed")
	case b.conflicts > 0:
		b.conflicts--
		refuse(w, http.StatusConflict, "ConditionalRequestConflict")
	default:
		b.objects[key] = source
		writeXML(w, struct {
			XMLName xml.Name `xml:"CopyObjectResult"`
			ETag    string
		}{ETag: source})
	}
}

func refuse(w http.ResponseWriter, status int, code string) {
	w.WriteHeader(status)
	writeXML(w, struct {
		XMLName xml.Name `xml:"Error"`
		Code    string
	}{Code: code})
}

func writeXML(w http.ResponseWriter, body any) {
	encoded, err := xml.Marshal(body)
	if err == nil {
		_, err = w.Write(encoded)
	}
	if err != nil {
		panic(err)
	}
}

func newConditionalBucket(t *testing.T) (*conditionalBucket, *files.Bucket) {
	t.Helper()
	stored := &conditionalBucket{objects: map[string]string{}, content: "content", contentType: "text/plain"}
	server := httptest.NewServer(stored)
	t.Cleanup(server.Close)
	return stored, files.Open(aws.Config{Region: "us-east-1", BaseEndpoint: &server.URL, Credentials: credentials.NewStaticCredentialsProvider("id", "secret", "")}, "files")
}

// TestClaimKeepsTheFirstCopy uploads other content after a file was claimed, and claims the file again. The sent file must remain
// (P4).
func TestClaimKeepsTheFirstCopy(t *testing.T) {
	stored, bucket := newConditionalBucket(t)
	for _, content := range []string{`"sent"`, `"other"`} {
		stored.objects["uploads/a"] = content
		if tag, err := bucket.Claim(t.Context(), textFile("a")); err != nil || tag != `"sent"` {
			t.Errorf("claim of the upload %s: %s, %v", content, tag, err)
		}
	}
	if stored.objects["a"] != `"sent"` {
		t.Errorf("the second claim replaced the sent file by %s", stored.objects["a"])
	}
	if tag, err := bucket.Claim(t.Context(), textFile("missing")); err != nil || tag != "" {
		t.Errorf("claim of a file that is not uploaded: %q, %v", tag, err)
	}
}

// TestConcurrentClaim claims a file while another request copies it.
func TestConcurrentClaim(t *testing.T) {
	stored, bucket := newConditionalBucket(t)
	stored.objects["uploads/a"], stored.conflicts = `"sent"`, 1
	if _, err := bucket.Claim(t.Context(), textFile("a")); !fault.Is(err, fault.Unavailable) {
		t.Errorf("claim during another copy: %v", err)
	}
	if tag, err := bucket.Claim(t.Context(), textFile("a")); err != nil || tag != `"sent"` {
		t.Errorf("claim after the conflict: %s, %v", tag, err)
	}
}

// TestFalseContentIsNotClaimed claims a program that was announced as an image (B4).
func TestFalseContentIsNotClaimed(t *testing.T) {
	stored, bucket := newConditionalBucket(t)
	stored.objects["uploads/a"], stored.content = `"program"`, "MZ\x90\x00"
	stored.contentType = "image/png"
	if _, err := bucket.Claim(t.Context(), ticket.Attachment{ID: "a", ContentType: "image/png", Size: 4}); !errors.Is(err, ticket.FalseContentError{}) {
		t.Error(err)
	}
	if stored.objects["a"] != "" {
		t.Error("the file was copied")
	}
}

// TestUploadReplacedDuringClaim replaces an upload between the check of its content and the copy: the new content, which was not
// checked, must not be copied.
func TestUploadReplacedDuringClaim(t *testing.T) {
	stored, bucket := newConditionalBucket(t)
	stored.objects["uploads/a"] = `"checked"`
	stored.replaceUpload = func() { stored.objects["uploads/a"] = `"other"` }
	if _, err := bucket.Claim(t.Context(), textFile("a")); !fault.Is(err, fault.Unavailable) || stored.objects["a"] != "" {
		t.Errorf("%v, copied %q", err, stored.objects["a"])
	}
}

// TestUploadOfAnotherSizeIsNotClaimed claims a file that is larger than announced. AWS refuses such an upload, because its signature
// covers the size, but ministack and LocalStack do not check signatures.
func TestUploadOfAnotherSizeIsNotClaimed(t *testing.T) {
	stored, bucket := newConditionalBucket(t)
	stored.objects["uploads/a"], stored.unread = `"large"`, 5_000_000
	if tag, err := bucket.Claim(t.Context(), textFile("a")); err != nil || tag != "" || stored.objects["a"] != "" {
		t.Errorf("%q, %v, copied %q", tag, err, stored.objects["a"])
	}
}

// TestUploadSignature checks that the signature of an upload covers the size, the content type and the condition If-None-Match, so a
// client can neither change nor omit them.
func TestUploadSignature(t *testing.T) {
	_, bucket := newConditionalBucket(t)
	request, err := bucket.UploadRequest(t.Context(), ticket.Attachment{ID: "a", ContentType: "text/csv", Size: 31})
	if err != nil {
		t.Fatal(err)
	}
	signed, err := url.Parse(request.URL)
	if err != nil {
		t.Fatal(err)
	}
	query := signed.Query()
	if got := query.Get("X-Amz-SignedHeaders"); got != "content-length;content-type;host;if-none-match" {
		t.Errorf("signed headers: %s", got)
	}
	if signed.Path != "/files/uploads/a" || query.Get("X-Amz-Expires") != "3600" || request.Headers["Content-Type"] != "text/csv" || request.Headers["If-None-Match"] != "*" {
		t.Errorf("%+v", request)
	}
	for name := range query {
		if strings.Contains(strings.ToLower(name), "checksum") {
			t.Errorf("the URL requires a checksum, which the browser does not compute: %s", name)
		}
	}
}

func textFile(id string) ticket.Attachment {
	return ticket.Attachment{ID: id, ContentType: "text/plain", Size: int64(len("content"))}
}
