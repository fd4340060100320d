// Package files stores attachments in S3. Browsers upload and download files directly, with signed requests that expire.
package files

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"mime"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

const (
	// uploadValidity is the validity of an upload form.
	uploadValidity = time.Hour
	// downloadValidity is the validity of a download URL.
	downloadValidity = 5 * time.Minute
	// callTimeout limits one call, including the SDK's retries.
	callTimeout = 3 * time.Second
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

// UploadForm returns the form that uploads a file. S3 refuses any size or content type other than the announced ones.
func (b *Bucket) UploadForm(ctx context.Context, file ticket.Attachment) (ticket.UploadForm, error) {
	signed, err := b.signer.PresignPostObject(ctx, &s3.PutObjectInput{Bucket: &b.name, Key: &file.ID}, func(o *s3.PresignPostOptions) {
		o.Expires = uploadValidity
		o.Conditions = []any{
			[]any{"content-length-range", file.Size, file.Size},
			map[string]string{"Content-Type": file.ContentType},
		}
	})
	if err != nil {
		return ticket.UploadForm{}, fault.WithCause(fault.Unavailable, fmt.Errorf("sign an upload: %w", err))
	}
	fields := map[string]string{"Content-Type": file.ContentType}
	maps.Copy(fields, signed.Values)
	return ticket.UploadForm{URL: signed.URL, Fields: fields}, nil
}

// ETag returns the ETag of an uploaded file. It returns "" if the file does not exist, or if its size is not the announced
// one.
func (b *Bucket) ETag(ctx context.Context, id string, size int64) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	head, err := b.client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &b.name, Key: &id})
	if _, ok := errors.AsType[*types.NotFound](err); ok {
		return "", nil
	}
	if err != nil {
		return "", fault.WithCause(fault.Unavailable, fmt.Errorf("head of file %s: %w", id, err))
	}
	if aws.ToInt64(head.ContentLength) != size {
		return "", nil
	}
	return aws.ToString(head.ETag), nil
}

// DownloadURL returns a URL that downloads a file. The browser saves the file under its name and never opens it in the page. It
// returns fault.NotFound if the content has changed since the file was attached, because a sent file cannot be replaced (P4):
// the upload form stays valid for uploadValidity, so the content in the bucket can change.
func (b *Bucket) DownloadURL(ctx context.Context, file ticket.Attachment) (string, error) {
	if file.Tag != "" {
		tag, err := b.ETag(ctx, file.ID, file.Size)
		if err != nil {
			return "", err
		}
		if tag != file.Tag {
			return "", fault.WithCause(fault.NotFound, fmt.Errorf("file %s has changed: its ETag is %s, not %s", file.ID, tag, file.Tag))
		}
	}
	disposition := mime.FormatMediaType("attachment", map[string]string{"filename": file.Filename})
	signed, err := b.signer.PresignGetObject(ctx, &s3.GetObjectInput{
		Bucket: &b.name, Key: &file.ID, ResponseContentDisposition: &disposition, ResponseContentType: &file.ContentType,
		ResponseCacheControl: aws.String("private, no-store"),
	}, s3.WithPresignExpires(downloadValidity))
	if err != nil {
		return "", fault.WithCause(fault.Unavailable, fmt.Errorf("sign a download: %w", err))
	}
	return signed.URL, nil
}

// IDsAfter returns the identifiers of up to 100 files, in ascending order, starting after id. Fewer than 100 mean that there are
// no more files.
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
		ids = append(ids, aws.ToString(listed.Contents[i].Key))
	}
	return ids, nil
}

// Delete deletes a file. It returns nil if the file does not exist.
func (b *Bucket) Delete(ctx context.Context, id string) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	if _, err := b.client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &b.name, Key: &id}); err != nil {
		return fault.WithCause(fault.Unavailable, fmt.Errorf("delete file %s: %w", id, err))
	}
	return nil
}
