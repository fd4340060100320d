package contract

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	ignoredFolders = []string{".git", ".local", ".aws-sam", "node_modules", "dist", "articles", "test-results", "playwright-report"}
	sourceFile     = regexp.MustCompile(`\.(go|ts|tsx|mjs|js|json|ya?ml|toml|py|sh|css|html|txt)$|/(Makefile|run)$`)
	// notProse matches generated tables and blocks of code.
	notProse    = regexp.MustCompile("(?s)<!-- BEGIN .*?<!-- END [^>]*-->|(?m:^```).*?(?m:^```)")
	codeSpan    = regexp.MustCompile("`([^`\n]+)`")
	link        = regexp.MustCompile(`\]\(([^)#:]+)[^):]*\)`)
	placeholder = regexp.MustCompile(`<[^>]*>|\*+`)
	fileName    = regexp.MustCompile(`^[\w.-]+\.(go|ts|tsx|md|ya?ml|json|html|js|svg)$`)
	identifier  = regexp.MustCompile(`^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$`)
	word        = regexp.MustCompile(`[A-Za-z_]\w*`)
)

// sources holds the names of the repository to which documents can refer.
type sources struct {
	documents []string
	// files holds the base names of all files.
	files map[string]bool
	// words holds all identifiers and words in the sources.
	words map[string]bool
	// members holds the declarations of each Go package, and the fields and methods of each exported Go type.
	members map[string]map[string]bool
}

// TestDocumentsNameWhatExists checks that the paths, files, identifiers and link targets in the documents exist. It skips
// superseded decisions, which describe earlier code.
func TestDocumentsNameWhatExists(t *testing.T) {
	known := readSources(t)
	for _, name := range known.documents {
		text := document(t, name)
		if strings.Contains(text, "\nStatus: superseded") {
			continue
		}
		text = notProse.ReplaceAllString(text, "")
		for _, found := range link.FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(root, path.Dir(name), found[1])); err != nil {
				t.Errorf("%s links to %s, which does not exist", name, found[1])
			}
		}
		for _, found := range codeSpan.FindAllStringSubmatch(text, -1) {
			if !known.has(path.Dir(name), found[1]) {
				t.Errorf("%s names `%s`, which does not exist", name, found[1])
			}
		}
	}
}

// has reports whether a code span names something that exists. It returns true for spans that it does not recognize, such as
// commands. Paths can be relative to the root or to the document's folder.
func (s *sources) has(folder, span string) bool {
	top, _, isPath := strings.Cut(span, "/")
	switch {
	case isPath && slices.Contains(ignoredFolders, top):
		return true // a build creates these files
	case isPath && !strings.ContainsAny(span, " {") && top != "" && top != "..":
		pattern := placeholder.ReplaceAllString(span, "*")
		for _, base := range []string{".", folder} {
			if info, err := os.Stat(filepath.Join(root, base, top)); err == nil && info.IsDir() {
				found, err := filepath.Glob(filepath.Join(root, base, pattern))
				return err == nil && len(found) > 0
			}
		}
		return true
	case fileName.MatchString(span):
		return s.files[span]
	case identifier.MatchString(span):
		parts := strings.Split(span, ".")
		for i, part := range parts[1:] {
			if members := s.members[parts[i]]; members != nil && !members[part] {
				return false
			}
		}
		return !slices.ContainsFunc(parts, func(part string) bool { return !s.words[part] })
	default:
		return true
	}
}

func readSources(t *testing.T) *sources {
	t.Helper()
	s := &sources{files: map[string]bool{}, words: map[string]bool{}, members: map[string]map[string]bool{}}
	err := fs.WalkDir(os.DirFS(root), ".", func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && slices.Contains(ignoredFolders, entry.Name()):
			return fs.SkipDir
		case entry.IsDir():
			return nil
		case path.Ext(file) == ".md":
			s.documents = append(s.documents, file)
		case sourceFile.MatchString("/" + file):
			raw, err := fs.ReadFile(os.DirFS(root), file)
			if err != nil {
				return err
			}
			for _, found := range word.FindAll(raw, -1) {
				s.words[string(found)] = true
			}
			if path.Ext(file) == ".go" {
				s.declare(t, file, raw)
			}
		}
		s.files[entry.Name()] = true
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// declare adds the declarations of a Go file.
func (s *sources) declare(t *testing.T, name string, raw []byte) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, raw, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	add := func(owner, member string) {
		if s.members[owner] == nil {
			s.members[owner] = map[string]bool{}
		}
		s.members[owner][member] = true
	}
	for _, declaration := range file.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				add(file.Name.Name, d.Name.Name)
				continue
			}
			for node := range ast.Preorder(d.Recv.List[0].Type) {
				if receiver, ok := node.(*ast.Ident); ok {
					add(receiver.Name, d.Name.Name)
				}
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.ValueSpec:
					for _, one := range spec.Names {
						add(file.Name.Name, one.Name)
					}
				case *ast.TypeSpec:
					add(file.Name.Name, spec.Name.Name)
					addFields(spec, add)
				}
			}
		}
	}
}

// addFields adds the fields of a struct and the methods of an interface.
func addFields(spec *ast.TypeSpec, add func(owner, member string)) {
	var fields *ast.FieldList
	switch t := spec.Type.(type) {
	case *ast.StructType:
		fields = t.Fields
	case *ast.InterfaceType:
		fields = t.Methods
	default:
		return
	}
	for _, field := range fields.List {
		for _, one := range field.Names {
			add(spec.Name.Name, one.Name)
		}
	}
}
