// Package files keeps tickets' files in S3. People send and fetch them there directly, with signed requests that last minutes.
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
	// uploadFor is how long an announced file may take to begin being sent.
	uploadFor = time.Hour
	// downloadFor is how long a download's address works.
	downloadFor = 5 * time.Minute
	// callTimeout bounds one call with its retries.
	callTimeout = 3 * time.Second
)

// Bucket is where the files are.
type Bucket struct {
	client *s3.Client
	signer *s3.PresignClient
	name   string
}

// Open returns the bucket of a name. Whatever AWS_ENDPOINT_URL stands for S3 has it under its path.
func Open(reach aws.Config, name string) *Bucket {
	client := s3.NewFromConfig(reach, func(o *s3.Options) { o.UsePathStyle = reach.BaseEndpoint != nil })
	return &Bucket{client: client, signer: s3.NewPresignClient(client), name: name}
}

// Upload returns the form for a file. The store refuses any other size or type than was announced.
func (b *Bucket) Upload(ctx context.Context, file ticket.Attachment) (ticket.UploadForm, error) {
	signed, err := b.signer.PresignPostObject(ctx, &s3.PutObjectInput{Bucket: &b.name, Key: &file.ID}, func(o *s3.PresignPostOptions) {
		o.Expires = uploadFor
		o.Conditions = []any{
			[]any{"content-length-range", file.Size, file.Size},
			map[string]string{"Content-Type": file.ContentType},
		}
	})
	if err != nil {
		return ticket.UploadForm{}, fault.Because(fault.Unavailable, fmt.Errorf("sign an upload: %w", err))
	}
	fields := map[string]string{"Content-Type": file.ContentType}
	maps.Copy(fields, signed.Values)
	return ticket.UploadForm{URL: signed.URL, Fields: fields}, nil
}

// Uploaded returns the tag of the content that the store has of an identifier; empty where it has none of the size that was
// announced.
func (b *Bucket) Uploaded(ctx context.Context, id string, size int64) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	head, err := b.client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &b.name, Key: &id})
	if _, ok := errors.AsType[*types.NotFound](err); ok {
		return "", nil
	}
	if err != nil {
		return "", fault.Because(fault.Unavailable, fmt.Errorf("look for file %s: %w", id, err))
	}
	if aws.ToInt64(head.ContentLength) != size {
		return "", nil
	}
	return aws.ToString(head.ETag), nil
}

// Download returns an address that the file can be fetched from for some minutes. The browser saves it under its name and
// never runs it. fault.NotFound where its content is another by now: the form that it was sent with is good for a while, and
// what was said stays as it was said.
func (b *Bucket) Download(ctx context.Context, file ticket.Attachment) (string, error) {
	if file.Tag != "" {
		tag, err := b.Uploaded(ctx, file.ID, file.Size)
		if err != nil {
			return "", err
		}
		if tag != file.Tag {
			return "", fault.Because(fault.NotFound, fmt.Errorf("file %s is not what was sent: %s, not %s", file.ID, tag, file.Tag))
		}
	}
	disposition := mime.FormatMediaType("attachment", map[string]string{"filename": file.Filename})
	signed, err := b.signer.PresignGetObject(ctx, &s3.GetObjectInput{
		Bucket: &b.name, Key: &file.ID, ResponseContentDisposition: &disposition, ResponseContentType: &file.ContentType,
		ResponseCacheControl: aws.String("private, no-store"),
	}, s3.WithPresignExpires(downloadFor))
	if err != nil {
		return "", fault.Because(fault.Unavailable, fmt.Errorf("sign a download: %w", err))
	}
	return signed.URL, nil
}

// After returns identifiers of files in their order, from after one on, at most 100; fewer only at the end.
func (b *Bucket) After(ctx context.Context, id string) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	const most = 100
	listed, err := b.client.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &b.name, StartAfter: &id, MaxKeys: aws.Int32(most)})
	if err != nil {
		return nil, fault.Because(fault.Unavailable, fmt.Errorf("list files after %s: %w", id, err))
	}
	ids := make([]string, 0, len(listed.Contents))
	for i := range listed.Contents {
		ids = append(ids, aws.ToString(listed.Contents[i].Key))
	}
	return ids, nil
}

// Delete deletes a file; one that isn't there is deleted already.
func (b *Bucket) Delete(ctx context.Context, id string) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	if _, err := b.client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &b.name, Key: &id}); err != nil {
		return fault.Because(fault.Unavailable, fmt.Errorf("delete file %s: %w", id, err))
	}
	return nil
}
