package limitstore_test

import (
	"testing"
	"time"

	"mesa/shared/adapter/limitstore"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/limit"
)

func TestRetriedCallCountsOnce(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		lossy, sent := table.Lossy()
		if n, err := limitstore.New(lossy).Count(t.Context(), limit.FailedSignIns, "203.0.113.7", time.Unix(1, 0)); err != nil || n != 1 || *sent != 2 {
			t.Errorf("count after a retry (%d calls): %d, %v", *sent, n, err)
		}
	})
}
