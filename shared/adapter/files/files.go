// Package files stores attachments in S3. Browsers upload and download files directly, with signed requests that expire. An
// uploaded file has the key UploadPrefix plus its identifier until it is claimed for a ticket, which copies it to its identifier.
package files

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// UploadPrefix is the prefix of the keys of uploaded files. A lifecycle rule of the bucket (infra/data.yaml) deletes these objects
// after ticket.UnclaimedLifetime. It cannot delete claimed files, because their keys do not have the prefix.
const UploadPrefix = "uploads/"

const (
	// uploadValidity is the validity of an upload URL.
	uploadValidity = time.Hour
	// downloadValidity is the validity of a download URL.
	downloadValidity = 5 * time.Minute
	// callTimeout limits one call, including the SDK's retries.
	callTimeout = 3 * time.Second
	// copyTimeout limits the copying of a file, including the SDK's retries.
	copyTimeout = 5 * time.Second
)

// Bucket is the S3 bucket of the attachments.
type Bucket struct {
	client *s3.Client
	signer *s3.PresignClient
	name   string
}

// NewClient returns a client of S3. If the configuration has its own endpoint, such as the emulator's, the names of buckets are in
// the path of URLs instead of the host.
func NewClient(config aws.Config) *s3.Client {
	return s3.NewFromConfig(config, func(o *s3.Options) { o.UsePathStyle = config.BaseEndpoint != nil })
}

// Open returns the bucket with a name.
func Open(config aws.Config, name string) *Bucket {
	client := NewClient(config)
	return &Bucket{client: client, signer: s3.NewPresignClient(client), name: name}
}

// UploadRequest returns the request that uploads a file. Its signature covers the size, the content type and the condition that no
// object has the key: S3 refuses any other size or content type with 403, and a second upload with 412, so an upload cannot be
// replaced (P4).
func (b *Bucket) UploadRequest(ctx context.Context, file ticket.Attachment) (ticket.UploadRequest, error) {
	signed, err := b.signer.PresignPutObject(ctx, &s3.PutObjectInput{
		Bucket: &b.name, Key: aws.String(UploadPrefix + file.ID),
		ContentLength: &file.Size, ContentType: &file.ContentType, IfNoneMatch: aws.String("*"),
	}, s3.WithPresignExpires(uploadValidity))
	if err != nil {
		return ticket.UploadRequest{}, fault.WithCause(fault.Unavailable, fmt.Errorf("sign an upload: %w", err))
	}
	return ticket.UploadRequest{URL: signed.URL, Headers: map[string]string{"Content-Type": file.ContentType, "If-None-Match": "*"}}, nil
}

// Claim copies an uploaded file to a key that no upload and no lifecycle rule applies to, and returns the ETag of the copy. It
// returns "" if the file is not uploaded or differs from the announced size or type, and ticket.FalseContentError if its content does not agree with its media type. It can be
// repeated: a later call returns the ETag of the first copy, also if the upload has changed, so a sent file cannot be replaced (P4).
// If another call copies the file or changes the upload at the same time, Claim returns fault.Unavailable, and a retry succeeds. The
// upload remains until the lifecycle rule deletes it.
func (b *Bucket) Claim(ctx context.Context, file ticket.Attachment) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, copyTimeout)
	defer cancel()
	upload, start, err := b.start(ctx, UploadPrefix+file.ID)
	if err != nil || upload.Size != file.Size || upload.ContentType != file.ContentType {
		return "", err
	}
	if !ticket.ContentAgrees(file.ContentType, start) {
		return "", ticket.FalseContentError{Extension: ticket.ExtensionOf(start)}
	}
	source := url.PathEscape(b.name) + "/" + UploadPrefix + url.PathEscape(file.ID)
	copied, err := b.client.CopyObject(ctx, &s3.CopyObjectInput{
		Bucket: &b.name, Key: &file.ID, CopySource: &source, CopySourceIfMatch: &upload.Tag, IfNoneMatch: aws.String("*"),
	})
	if failed, ok := errors.AsType[smithy.APIError](err); ok && failed.ErrorCode() == "PreconditionFailed" {
		earlier, etagErr := b.etag(ctx, file.ID)
		if etagErr != nil || earlier != "" {
			return earlier, etagErr
		}
	}
	if err != nil {
		return "", fault.WithCause(fault.Unavailable, fmt.Errorf("copy file %s: %w", file.ID, err))
	}
	return aws.ToString(copied.CopyObjectResult.ETag), nil
}

// start returns the attributes of an object and its first bytes. It returns the zero value if the object does not exist.
func (b *Bucket) start(ctx context.Context, key string) (ticket.Attachment, []byte, error) {
	object, err := b.client.GetObject(ctx, &s3.GetObjectInput{
		Bucket: &b.name, Key: &key, Range: aws.String(fmt.Sprintf("bytes=0-%d", ticket.ContentStart-1)),
	})
	if _, ok := errors.AsType[*types.NoSuchKey](err); ok {
		return ticket.Attachment{}, nil, nil
	}
	if err != nil {
		return ticket.Attachment{}, nil, fault.WithCause(fault.Unavailable, fmt.Errorf("read file %s: %w", key, err))
	}
	defer object.Body.Close()
	start, err := io.ReadAll(io.LimitReader(object.Body, ticket.ContentStart))
	if err != nil {
		return ticket.Attachment{}, nil, fault.WithCause(fault.Unavailable, fmt.Errorf("read file %s: %w", key, err))
	}
	_, total, _ := strings.Cut(aws.ToString(object.ContentRange), "/")
	size, err := strconv.ParseInt(total, 10, 64)
	if err != nil {
		return ticket.Attachment{}, nil, fmt.Errorf("size of file %s: %w", key, err)
	}
	return ticket.Attachment{Size: size, ContentType: aws.ToString(object.ContentType), Tag: aws.ToString(object.ETag)}, start, nil
}

// etag returns the ETag of a claimed file, or "" if the file does not exist.
func (b *Bucket) etag(ctx context.Context, id string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	head, err := b.client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &b.name, Key: &id})
	if _, ok := errors.AsType[*types.NotFound](err); ok {
		return "", nil
	}
	if err != nil {
		return "", fault.WithCause(fault.Unavailable, fmt.Errorf("head of file %s: %w", id, err))
	}
	return aws.ToString(head.ETag), nil
}

// DownloadURL returns a URL that downloads a file. The browser saves the file under its name and never opens it in the page. It
// returns fault.NotFound if the content of a claimed file has changed since the file was attached, because a sent file cannot
// be replaced (P4): a file of a version whose copies replaced each other, or an operator's mistake (ADR 28).
func (b *Bucket) DownloadURL(ctx context.Context, file ticket.Upload) (string, error) {
	key := UploadPrefix + file.ID
	if file.Number != "" {
		key = file.ID
	}
	if file.Tag != "" {
		tag, err := b.etag(ctx, key)
		if err != nil {
			return "", err
		}
		if tag != file.Tag {
			return "", fault.WithCause(fault.NotFound, fmt.Errorf("file %s has changed: its ETag is %q, not %s", file.ID, tag, file.Tag))
		}
	}
	disposition := mime.FormatMediaType("attachment", map[string]string{"filename": file.Filename})
	signed, err := b.signer.PresignGetObject(ctx, &s3.GetObjectInput{
		Bucket: &b.name, Key: &key, ResponseContentDisposition: &disposition, ResponseContentType: &file.ContentType,
		ResponseCacheControl: aws.String("private, no-store"),
	}, s3.WithPresignExpires(downloadValidity))
	if err != nil {
		return "", fault.WithCause(fault.Unavailable, fmt.Errorf("sign a download: %w", err))
	}
	return signed.URL, nil
}

// IDsAfter returns the identifiers of up to 100 claimed files, in ascending order, starting after id. Fewer than 100 mean that there
// are no more files. Identifiers are ULIDs, so the keys of uploads follow all of them.
func (b *Bucket) IDsAfter(ctx context.Context, id string) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	const maxListed = 100
	listed, err := b.client.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &b.name, StartAfter: &id, MaxKeys: aws.Int32(maxListed)})
	if err != nil {
		return nil, fault.WithCause(fault.Unavailable, fmt.Errorf("list files after %s: %w", id, err))
	}
	ids := make([]string, 0, len(listed.Contents))
	for i := range listed.Contents {
		if key := aws.ToString(listed.Contents[i].Key); !strings.HasPrefix(key, UploadPrefix) {
			ids = append(ids, key)
		}
	}
	return ids, nil
}
