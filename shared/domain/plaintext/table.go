package plaintext

// table tracks the position in a table, so that each row has a tab between all columns, even where a cell of a row above
// continues. The text of merged cells must not be larger than a small multiple of the HTML, so the number of columns that merged
// cells add is limited. Later cells are not merged.
type table struct {
	depth   int   // nesting depth; only the outermost table is formatted
	inCell  bool  // blocks inside a cell do not start lines
	column  int   // the number of columns that started in this row
	spanned int   // the columns of the last cell that follow its first
	rows    []int // by column, the number of rows in which a cell above continues
	spare   int   // the number of columns that merged cells may add, in this table and the next tables
}

// startRow starts a row.
func (t *table) startRow() { t.inCell, t.column, t.spanned = false, 0, 0 }

// startCell starts a cell and returns the number of tabs in front of it.
func (t *table) startCell(colspan, rowspan int) int {
	tabs := t.endColumns()
	first := t.column
	if t.column > 0 {
		tabs++
	}
	t.column++
	t.inCell, t.spanned = true, t.extend(max(colspan, 1)-1)
	for column := first; column <= first+t.spanned && rowspan > 1; column++ {
		for len(t.rows) <= column {
			t.rows = append(t.rows, 0)
		}
		t.rows[column] = rowspan - 1
	}
	return tabs
}

// endColumns moves past the columns that the last cell spans, and past those in which a cell above continues. It returns the
// number of their tabs.
func (t *table) endColumns() int {
	tabs := t.spanned
	t.column += t.spanned
	t.spanned = 0
	for t.column < len(t.rows) && t.rows[t.column] > 0 && t.extend(1) > 0 {
		t.rows[t.column]--
		if t.column > 0 {
			tabs++
		}
		t.column++
	}
	return tabs
}

// extend reserves columns that a merged cell adds, and returns their number, which is smaller if the limit is exceeded.
func (t *table) extend(columns int) int {
	columns = min(columns, t.spare)
	t.spare -= columns
	return columns
}
