//go:build rehearsal

package rehearsal

import (
	"strings"
	"testing"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
	"mesa/test/running"
)

// TestReconcile rehearses «Reconcile derived data»: a counter is wrong, and a ticket is not indexed. It does not check files,
// because other tests of the stack store files without a ticket.
func TestReconcile(t *testing.T) {
	stack := running.Find(t)
	person, signIn := stack.NewPerson(t)
	opened := open(t, stack, stack.SignedIn(t, signIn), "Un requerimiento fuera del índice")
	counts := table.CountsKey(ticket.RequesterCounts(person.ID))
	number := ticket.Number(opened.Number)
	for _, write := range []table.Write{table.Update(counts).Set("open", 7), table.Delete(table.IndexedKey(number))} {
		if err := stack.OpenTable().Write(t.Context(), write); err != nil {
			t.Fatal(err)
		}
	}

	printed, err := admin(t, stack, "reconcile")
	if err == nil {
		t.Error("reconcile succeeded although data disagrees")
	}
	for _, want := range []string{counts.PK, opened.Number} {
		if !strings.Contains(printed, want) {
			t.Errorf("reconcile did not print %s:\n%s", want, printed)
		}
	}
	for range 2 { // the counter is compared with the index, so it is correct after the ticket is indexed
		printed, err = admin(t, stack, "reconcile", "-apply")
		t.Logf("%v\n%s", err, printed)
	}
	printed, _ = admin(t, stack, "reconcile")
	for _, mended := range []string{counts.PK, opened.Number} {
		if strings.Contains(printed, mended) {
			t.Errorf("reconcile did not mend %s:\n%s", mended, printed)
		}
	}
}
