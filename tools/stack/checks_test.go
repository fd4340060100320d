package main

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mesa/tools/engines"
)

// TestToolVersions checks that a tool that is missing, is too old or prints no version is reported in one line (P9).
func TestToolVersions(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("PATH", folder)
	needed := tool{[]string{"herramienta", "--version"}, 3, 10, "https://herramienta.example"}
	for output, want := range map[string]string{
		"":                       "herramienta 3.10 or later is needed (https://herramienta.example): none found that works",
		"herramienta 3.9.18":     "herramienta 3.10 or later is needed (https://herramienta.example): this is 3.9",
		"v2.99":                  "herramienta 3.10 or later is needed (https://herramienta.example): this is 2.99",
		"nightly":                "herramienta 3.10 or later is needed (https://herramienta.example): cannot read the version",
		"herramienta 3.10.0 x64": "", "herramienta go3.11": "", "4.0": "",
	} {
		path := filepath.Join(folder, "herramienta")
		if output == "" {
			if err := removeIfExists(path); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(path, []byte("#!/bin/sh\necho '"+output+"'\n"), 0o755); err != nil {
			t.Fatal(err)
		}
		message := ""
		if err := needed.check(t.Context()); err != nil {
			message = err.Error()
		}
		if !strings.HasPrefix(message, want) || want == "" && message != "" || strings.Contains(strings.TrimSpace(message), "\n") {
			t.Errorf("%q: %q, want %q", output, message, want)
		}
	}
}

// TestBusyPorts checks that each busy port is reported with its setting (P9).
func TestBusyPorts(t *testing.T) {
	var busy []net.Listener
	for range 3 {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		busy = append(busy, listener)
	}
	number := func(i int) int { return busy[i].Addr().(*net.TCPAddr).Port }
	set := settings{selected: engines.All()[0], data: t.TempDir(), sitePort: number(0), mailboxPort: number(1), awsPort: number(2)}
	err := checkPorts(set)
	if err == nil {
		t.Fatal("no error for busy ports")
	}
	for i, name := range map[int]string{0: "MESA_PORT", 1: "MESA_MAILBOX_PORT", 2: "MESA_AWS_PORT"} {
		want := fmt.Sprintf("port %d is busy: stop the program that uses it, or choose another with %s", number(i), name)
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in %q", want, err)
		}
	}
	for _, listener := range busy {
		if err := listener.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := checkPorts(set); err != nil {
		t.Errorf("error for free ports: %v", err)
	}
}

func TestPortSettings(t *testing.T) {
	for text, want := range map[string]int{"": 8080, "9000": 9000, "0": 0, "65536": 0, "eighty": 0} {
		t.Setenv("MESA_PORT", text)
		got, err := portSetting("MESA_PORT", 8080)
		if got != want || (err == nil) != (want != 0) {
			t.Errorf("%q: %d, %v", text, got, err)
		}
		if err != nil && !strings.Contains(err.Error(), "MESA_PORT") {
			t.Errorf("%q: %v does not name the setting", text, err)
		}
	}
}
