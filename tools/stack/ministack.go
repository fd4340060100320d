package main

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"mesa/tools/mailbox"
)

//go:embed emulator.py
var launcher []byte

// ministack is the default engine. Like AWS, it authorizes every call by the caller's policies.
type ministack struct{ settings }

func (m ministack) process() process { return m.settings.process("emulator", "emulator.py") }

func (m ministack) install(ctx context.Context) error {
	return m.python(ctx, "emulator", filepath.Join("tools", "stack", "requirements.txt"))
}

func (m ministack) start(ctx context.Context) error {
	emulator := m.process()
	if !emulator.running() {
		script := filepath.Join(m.data, emulator.commandPart)
		if err := os.WriteFile(script, launcher, 0o644); err != nil {
			return err
		}
		command := exec.Command(filepath.Join(m.local(), "emulator", "bin", "python"), script)
		command.Dir = m.data
		command.Env = append(m.awsEnvironment(),
			fmt.Sprintf("GATEWAY_PORT=%d", m.awsPort), "BIND_HOST=127.0.0.1", "MINISTACK_HOST=localhost", "AUTH=true", "STACK_NAME="+stackName,
			"PERSIST_STATE=1", "STATE_DIR="+filepath.Join(m.state(), "services"),
			"S3_PERSIST=1", "S3_DATA_DIR="+filepath.Join(m.state(), "s3"),
		)
		if err := emulator.start(command); err != nil {
			return err
		}
	}
	err := wait(ctx, time.Minute, emulator.running, func(ctx context.Context) error { return responds(ctx, m.aws()+"/_ministack/health") })
	if err != nil {
		return emulator.withLog(err)
	}
	return nil
}

func (m ministack) stop(context.Context) error { return stopProcess(m.process()) }

func (m ministack) endpoint() (string, error) { return m.aws(), nil }

func (m ministack) mails(ctx context.Context) ([]mailbox.Mail, error) {
	var received struct {
		Messages map[string][]struct {
			MessageID string `json:"MessageId"`
			Source    string
			To        []string
			Subject   string
			BodyText  string
			BodyHTML  string  `json:"BodyHtml"`
			Timestamp float64 // in seconds since the Unix epoch
		} `json:"messages"`
	}
	if err := readJSON(ctx, m.aws()+"/_ministack/ses/messages", &received); err != nil {
		return nil, err
	}
	mails := []mailbox.Mail{}                    // an empty list in JSON, not null
	for _, messages := range received.Messages { // by account
		for _, sent := range slices.Backward(messages) {
			mails = append(mails, mailbox.Mail{
				ID: sent.MessageID, From: sent.Source, To: sent.To, Subject: sent.Subject, Text: sent.BodyText, HTML: sent.BodyHTML,
				SentAt: time.UnixMicro(int64(sent.Timestamp * 1e6)),
			})
		}
	}
	return mails, nil
}
