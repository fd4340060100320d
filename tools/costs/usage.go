package main

import (
	"math"
	"time"

	"mesa/shared/domain/ticket"
	"mesa/shared/wiring"
)

// The assumptions about the use of the desk. They are not measured.
const (
	// listMinutes and ticketMinutes are the minutes per ticket for which an agent has a list or a ticket open and visible.
	listMinutes, ticketMinutes = 7.5, 7.5
	// firstPoll is the time after which a visible list or ticket of the staff page polls first, and laterPolls the interval from
	// then on, while nothing changes (web/src/polling/pollInterval.ts).
	firstPoll, laterPolls = 45 * time.Second, 90 * time.Second
	// agentVisits is the number of times per ticket that an agent opens it.
	agentVisits = 4
	// reloads is the number of times that an open ticket page of the portal reloads the ticket, per ticket: in four visits of two
	// minutes (web/src/portal/ticket/reloadInterval.ts).
	reloads = 4 * 2
	// staffPageLoads is the number of times per ticket that an agent loads the staff page completely.
	staffPageLoads = 0.2
	// readUnits is the number of read units of a call that a page makes: the budget of a list (Q2).
	readUnits = 2
	// signInWriteUnits is the number of write units of a sign-in. A requester signs in once per ticket.
	signInWriteUnits = 11
	// apiMilliseconds and backgroundMilliseconds are the billed times of an invocation.
	apiMilliseconds, backgroundMilliseconds = 50, 150
	// memoryGB is the memory of a function. change-password and create-session have more, but are rarely called.
	memoryGB = 0.5
	// lineBytes and accessLineBytes are the bytes of a function's log line and of the gateway's.
	lineBytes, accessLineBytes = 450, 350
	// filesPerTicket and fileMB are the number of files of a ticket and their size.
	filesPerTicket, fileMB = 0.5, 0.3
	// unclaimedMonths is the time after which S3 deletes uploads. The sent files are copies of them.
	unclaimedMonths = float64(ticket.UnclaimedLifetime) / float64(30*24*time.Hour)
	// pageMB is the size of the pages, scripts and styles that browsers load per ticket. They cache most files.
	pageMB = 0.4
	// pageFiles is the number of files of pages that browsers load per ticket, and uncachedShare the share that CloudFront has
	// not cached.
	pageFiles, uncachedShare = 20, 0.1
	// responseKB is the size of a response of the API.
	responseKB = 2
	// queuePolls is the number of requests in a month with which Lambda polls an empty mail queue: five pollers, each of which
	// waits for 20 seconds.
	queuePolls = 5 * 3 * 60 * 24 * 30
	// indexShare is the size of the indexes compared with the table.
	indexShare = 0.1
)

// presencePolls and polls are the numbers of polls of an agent's pages per ticket: of an open ticket, and of all pages. An agent
// looks at a list before each visit of a ticket.
var (
	presencePolls = agentVisits * pollsDuring(ticketMinutes/agentVisits)
	polls         = agentVisits*pollsDuring(listMinutes/agentVisits) + presencePolls
)

// pollsDuring returns the number of polls during a visit of some minutes.
func pollsDuring(minutes float64) float64 {
	return 1 + math.Floor((minutes*60-firstPoll.Seconds())/laterPolls.Seconds())
}

// visit is the number of visits of a page per ticket.
type visit struct {
	page      string
	perTicket float64
	// byAgent reports whether an agent visits the page, not the requester.
	byAgent bool
}

var visits = []visit{
	{"home", 1, false},
	{"new ticket", 1, false},
	{"tickets", 1, false},
	{"ticket", 4, false},
	{"staff list", staffPageLoads, true},
	{"staff ticket", agentVisits, true},
}

// acts is the number of acts of an agent per ticket: prioritizes, requests information, resolves.
const acts = 3

// resources is the number of resources in the templates that have a monthly price.
type resources struct{ alarms, metrics, dashboards, secrets float64 }

// quantities returns the units of each price that a stack uses in a month, for a number of tickets. Stored data is the data of
// the tickets of the given number of months.
func quantities(m measured, found resources, tickets, months float64) map[string]float64 {
	pages := 0.0
	for _, visit := range visits {
		pages += visit.perTicket * float64(m.callsOf(visit.page))
	}
	api, background, reads, writes := pages+polls+reloads+1, 0.0, (pages+polls+reloads)*readUnits, presencePolls+signInWriteUnits
	for name, cost := range m.Life.Invocations {
		if wiring.Find(name).Endpoint != nil {
			api += float64(cost.Count)
		} else {
			background += float64(cost.Count)
		}
		reads, writes = reads+cost.ReadUnits, writes+cost.WriteUnits
	}
	scheduled := scheduledRuns()
	const gb = 1e9
	stored := tickets * months * float64(m.Life.StoredBytes) / gb * (1 + indexShare)
	files := tickets * filesPerTicket
	return map[string]float64{
		"lambda request":    tickets*(api+background) + scheduled,
		"lambda GB-second":  memoryGB / 1000 * (tickets*(api*apiMilliseconds+background*backgroundMilliseconds) + scheduled*backgroundMilliseconds),
		"api request":       tickets * api,
		"write unit":        tickets * writes,
		"read unit":         tickets*reads + scheduled*readUnits,
		"table GB-month":    stored,
		"recovery GB-month": stored,
		"file GB-month":     files * (months + min(months, unclaimedMonths)) * fileMB / 1000,
		"file write":        files * 2, // the upload, and its copy when it is sent
		"file read":         files*2 + tickets*pageFiles*uncachedShare,
		"file transfer GB":  files * fileMB / 1000,
		"mail":              tickets * float64(m.Life.Mails),
		"queue request":     queuePolls + tickets*float64(m.Life.Mails)*3, // send, receive, delete
		"site request":      tickets * (api + pageFiles),
		"site function":     tickets * (api + pageFiles*2), // for a file, on the request and on the response
		"site GB":           tickets * (pageMB + api*responseKB/1000) / 1000,
		"log GB":            (tickets*(api*(lineBytes+accessLineBytes)+background*lineBytes) + scheduled*lineBytes) / gb,
		"alarm metric":      found.alarms,
		"custom metric":     found.metrics,
		"dashboard":         found.dashboards,
		"secret":            found.secrets,
	}
}

// scheduledRuns returns the number of runs of schedules in a month.
func scheduledRuns() float64 {
	total := 0.0
	for _, function := range wiring.Functions() {
		if every := function.Trigger.Every; every > 0 {
			total += float64(30 * 24 * time.Hour / every)
		}
	}
	return total
}

// agentCalls returns the calls of an agent per ticket, and the share of polling.
func agentCalls(m measured) (calls, polling float64) {
	calls = polls + acts
	for _, visit := range visits {
		if visit.byAgent {
			calls += visit.perTicket * float64(m.callsOf(visit.page))
		}
	}
	return calls, polls / calls
}
