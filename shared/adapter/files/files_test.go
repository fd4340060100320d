package files_test

import (
	"encoding/xml"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"

	"mesa/shared/adapter/files"
	"mesa/shared/domain/fault"
)

// conditionalBucket is a fake bucket that serves CopyObject and HeadObject. Like AWS, it evaluates If-None-Match of CopyObject.
// The emulator ignores this header of a copy (the s3.py of ministack evaluates conditions on the destination only for
// PutObject), so the tests of the stack cannot cover it.
type conditionalBucket struct {
	mutex   sync.Mutex
	objects map[string]string
	// conflicts is the number of copies that fail because another copy to the same key is in progress.
	conflicts int
}

func (b *conditionalBucket) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	key := strings.TrimPrefix(r.URL.Path, "/files/")
	stored, exists := b.objects[key]
	source, uploaded := b.objects[strings.TrimPrefix(r.Header.Get("X-Amz-Copy-Source"), "files/")]
	switch {
	case r.Method == http.MethodHead && exists:
		w.Header().Set("ETag", stored)
	case r.Method == http.MethodHead:
		w.WriteHeader(http.StatusNotFound)
	case !uploaded:
		refuse(w, http.StatusNotFound, "NoSuchKey")
	case exists && r.Header.Get("If-None-Match") == "*":
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
	stored := &conditionalBucket{objects: map[string]string{}}
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
		if tag, err := bucket.Claim(t.Context(), "a"); err != nil || tag != `"sent"` {
			t.Errorf("claim of the upload %s: %s, %v", content, tag, err)
		}
	}
	if stored.objects["a"] != `"sent"` {
		t.Errorf("the second claim replaced the sent file by %s", stored.objects["a"])
	}
	if tag, err := bucket.Claim(t.Context(), "missing"); err != nil || tag != "" {
		t.Errorf("claim of a file that is not uploaded: %q, %v", tag, err)
	}
}

// TestConcurrentClaim claims a file while another request copies it.
func TestConcurrentClaim(t *testing.T) {
	stored, bucket := newConditionalBucket(t)
	stored.objects["uploads/a"], stored.conflicts = `"sent"`, 1
	if _, err := bucket.Claim(t.Context(), "a"); !fault.Is(err, fault.Unavailable) {
		t.Errorf("claim during another copy: %v", err)
	}
	if tag, err := bucket.Claim(t.Context(), "a"); err != nil || tag != `"sent"` {
		t.Errorf("claim after the conflict: %s, %v", tag, err)
	}
}
