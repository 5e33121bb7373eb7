package extract

import (
	"bufio"
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/semaphore"

	"svod/corpus"
)

// Formats whose readers a hostile file can make loop or ask for all memory are
// read in a worker: this very program, started again for one file. So are large
// files of all other formats; see inHost.

// Limits is what reading one file in a worker may take.
type Limits struct {
	Time   time.Duration
	Memory int64 // bytes
}

// WorkerLimits are the limits of workers. They may be changed before the first
// file is read. Worker and host together stay below 1 GB.
var WorkerLimits = Limits{Time: 60 * time.Second, Memory: 768 << 20}

// workerVariable marks a process as a worker.
const workerVariable = "SVOD_EXTRACT_WORKER"

// ready is set when the host has called Worker: only then is it safe to start
// the program anew.
var ready atomic.Bool

// Worker must be the first statement of main, and of TestMain in tests, of every
// program that reads PDF. In a process that was started as a worker it reads
// the one file that it is given and exits; in all others it returns at once.
//
// A program that does not call it reads PDF in its own process. Faults of a
// file that the reader survives are errors then too, but nothing guards such a
// program from a file made to exhaust its memory or to keep it busy for ever.
func Worker() {
	if os.Getenv(workerVariable) == "" {
		ready.Store(true)
		return
	}
	serve(os.Stdin, os.Stdout)
	os.Exit(0)
}

// A job is what the parent sends: a header, then the file's bytes to the end.
type job struct {
	Format   string
	Password string
	Original bool
	NoOCR    bool
	Grid     bool
	Hidden   bool
	Second   bool
	Memory   int64
	More     int64 // with the second reader
	Size     int
}

// A message is what the worker answers: reports of its progress, or with Total
// zero that it is at work; what to say if it dies; its lines, in batches; then
// the result.
type message struct {
	Done, Total int
	Waits       bool // for its turn with the second reader
	Refused     *result
	Lines       []corpus.Line
	Result      *result
}

type result struct {
	Warnings []corpus.Warning
	Opened   []byte // in place of lines, by a reader that only decrypts
	Code     string // of the Error, empty when all went well
	Args     []string
	Fault    string
}

// Exit codes with which a worker ends itself.
const (
	exitMemory = 86
	exitJob    = 87 // the job did not arrive
)

// Workers that run at once share half of the memory that one may take: each has
// what files of its size mostly need. The other half is for one of them at a
// time: for the second reader, or for a file that asked for more than its share
// and is read once more.
var (
	shares = semaphore.NewWeighted(shareUnits)
	heavy  = make(chan struct{}, 1)
)

const (
	shareUnits = 1 << 10 // of half the memory
	leastShare = 64 << 20
	perByte    = 16 // of memory, for a byte of the file
)

// shareOf is the share of a file of a size, in bytes and in units of half.
func shareOf(size int, half int64) (bytes, units int64) {
	bytes = min(half, leastShare+perByte*int64(size))
	return bytes, (bytes*shareUnits + half - 1) / half
}

// stopTime is how long a worker has to end the programs that it has started.
const stopTime = 300 * time.Millisecond

// batchSize is how many lines go in one message: all in one would be in memory
// three times.
const batchSize = 1024

// What the host takes of one file. Whoever reads on, parses and compares has a
// few hundred bytes for each line and cell.
const (
	maxReturned = 1_000_000 // lines and cells
	maxText     = 128 << 20
)

// tooMuch is the error for lines that are more than the host takes.
func tooMuch(lines []corpus.Line) error {
	pieces, text := 0, 0
	for _, l := range lines {
		pieces += 1 + len(l.Cells)
		text += len(l.Text)
		for _, c := range l.Cells {
			text += len(c.Text)
		}
	}
	switch {
	case pieces > maxReturned:
		return &Error{Code: "too-large", Args: []string{"1 000 000 ¶"}}
	case text > maxText:
		return &Error{Code: "too-large", Args: []string{"128 MB"}}
	}
	return nil
}

// errDied marks the error of a worker that did not live to give an answer.
var errDied = errors.New("the worker died")

// maxStack ends endless recursion long before it fills the memory.
const maxStack = 64 << 20

func serve(in io.Reader, out io.Writer) {
	r := bufio.NewReader(in)
	var j job
	if gob.NewDecoder(r).Decode(&j) != nil || j.Size < 0 || j.Size > MaxSize {
		os.Exit(exitJob)
	}
	data := make([]byte, j.Size)
	if _, err := io.ReadFull(r, data); err != nil {
		os.Exit(exitJob)
	}
	ctx, cancel := context.WithCancel(context.Background())
	turns := make(chan struct{}, 1)
	// The host has the file in memory too: a large one leaves less to both.
	var limit atomic.Int64
	allow := func(memory int64) {
		memory -= int64(j.Size) / 2
		limit.Store(memory)
		debug.SetMemoryLimit(memory / 10 * 9)
	}
	allow(j.Memory)
	go func() {
		for {
			if _, err := r.ReadByte(); err != nil {
				break
			}
			allow(j.Memory + j.More)
			turns <- struct{}{}
		}
		cancel() // the host has gone or wants no more: programs started here end first
		time.Sleep(stopTime)
		os.Exit(exitJob)
	}()
	limitMemory(j.Memory + j.More - int64(j.Size)/2)
	debug.SetMaxStack(maxStack)
	go watchMemory(&limit)

	w := bufio.NewWriter(out)
	enc := gob.NewEncoder(w)
	send := func(m message) {
		if enc.Encode(m) != nil || w.Flush() != nil {
			os.Exit(exitJob)
		}
	}
	f := formatNamed(j.Format)
	if f == nil {
		os.Exit(exitJob)
	}
	task := &input{ctx: ctx, data: data, second: j.Second, nested: nested,
		alive: func() { send(message{}) },
		turn: func() {
			send(message{Waits: true})
			select {
			case <-turns:
			case <-ctx.Done():
			}
		},
		refused: func(err error) { send(message{Refused: answer(nil, err)}) },
		Reader: Reader{
			Password: j.Password, Original: j.Original, NoOCR: j.NoOCR, Grid: j.Grid, Hidden: j.Hidden,
			Progress: func(done, total int) { send(message{Done: done, Total: total}) },
		}}
	lines, warnings, err := guarded(f, task)
	if err == nil {
		err = tooMuch(lines)
	}
	res := answer(warnings, err)
	if task.data = nil; len(lines) > 100*batchSize {
		debug.FreeOSMemory() // the host is about to need it
	}
	for batch := range slices.Chunk(lines, batchSize) {
		if err == nil {
			send(message{Lines: batch})
		}
	}
	res.Opened = task.opened
	send(message{Result: res})
}

// answer is the result for what a reader returned.
func answer(warnings []corpus.Warning, err error) *result {
	var e *Error
	switch {
	case errors.As(err, &e):
		res := &result{Code: e.Code, Args: e.Args}
		if e.Err != nil {
			res.Fault = e.Err.Error()
		}
		return res
	case err != nil:
		return &result{Code: "damaged", Fault: err.Error()}
	}
	return &result{Warnings: warnings}
}

// err is the Error of a result, nil when all went well.
func (r *result) err() error {
	if r.Code == "" {
		return nil
	}
	e := &Error{Code: r.Code, Args: r.Args}
	if r.Fault != "" {
		e.Err = errors.New(r.Fault)
	}
	return e
}

// guarded runs a reader; a panic in it is an error.
func guarded(f *format, in *input) (lines []corpus.Line, warnings []corpus.Warning, err error) {
	defer func() {
		if r := recover(); r != nil {
			lines, warnings, err = nil, nil, &Error{Code: "damaged", Err: fmt.Errorf("%v", r)}
		}
	}()
	return f.lines(in)
}

// watchMemory ends the process when it takes more than the limit.
func watchMemory(limit *atomic.Int64) {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for {
		metrics.Read(sample)
		if int64(sample[0].Value.Uint64()-sample[1].Value.Uint64()) > limit.Load() {
			os.Exit(exitMemory)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// errShare marks the error of a worker that wants more memory than its share.
var errShare = errors.New("more than its share of memory")

// runWorker has a worker read the file.
func runWorker(f *format, in *input) ([]corpus.Line, []corpus.Warning, error) {
	if err := in.ctx.Err(); err != nil {
		return nil, nil, err
	}
	exe, err := os.Executable()
	if !ready.Load() || err != nil {
		return guarded(f, in)
	}
	half := WorkerLimits.Memory / 2
	share, units := shareOf(len(in.data), half)
	if err := shares.Acquire(in.ctx, units); err != nil {
		return nil, nil, in.ctx.Err()
	}
	lines, warnings, err := startWorker(exe, f, in, share, half)
	shares.Release(units)
	if !errors.Is(err, errShare) {
		return lines, warnings, err
	}
	if err := shares.Acquire(in.ctx, shareUnits); err != nil {
		return nil, nil, in.ctx.Err()
	}
	defer shares.Release(shareUnits)
	select {
	case heavy <- struct{}{}:
		defer func() { <-heavy }()
	case <-in.ctx.Done():
		return nil, nil, in.ctx.Err()
	}
	return startWorker(exe, f, in, WorkerLimits.Memory, 0)
}

// startWorker gives a worker so much memory, and so much more when it has the
// second reader. It may go on as long as it reports progress before each limit
// of time has passed.
func startWorker(exe string, f *format, in *input, memory, more int64) ([]corpus.Line, []corpus.Warning, error) {
	limits := WorkerLimits
	ctx, cancel := context.WithCancel(in.ctx)
	defer cancel()
	cmd := exec.CommandContext(ctx, exe)
	cmd.Env = append(os.Environ(), workerVariable+"=1")
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, nil, err
	}
	cmd.Cancel = stdin.Close // the worker sees it and goes, or is killed after the delay
	cmd.WaitDelay = 5 * time.Second
	var head bytes.Buffer
	stderr := &opening{}
	err = gob.NewEncoder(&head).Encode(job{Format: f.name, Password: in.Password, Original: in.Original, NoOCR: in.NoOCR, Grid: in.Grid, Hidden: in.Hidden,
		Second: in.second, Memory: memory, More: more, Size: len(in.data)})
	if err != nil {
		return nil, nil, err
	}
	cmd.Stderr = stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, nil, err
	}
	go func() {
		// A worker that ends early does not want the rest. The pipe stays open:
		// its end tells the worker that the host has gone.
		if _, err := stdin.Write(head.Bytes()); err == nil {
			stdin.Write(in.data)
		}
	}()
	var late atomic.Bool
	extra := more == 0 // it has the other half as well
	watch := time.AfterFunc(limits.Time, func() { late.Store(true); cancel() })
	defer watch.Stop()
	var lines []corpus.Line
	var res, refused *result
	var broken error
	for dec := gob.NewDecoder(stdout); res == nil && broken == nil; {
		var m message
		if broken = dec.Decode(&m); broken != nil {
			break
		}
		if m.Waits {
			watch.Stop()
			if !extra {
				select {
				case heavy <- struct{}{}:
					extra = true
					defer func() { <-heavy }()
				case <-ctx.Done():
				}
			}
			stdin.Write([]byte{1})
		}
		watch.Reset(limits.Time)
		lines = append(lines, m.Lines...)
		if m.Refused != nil {
			refused = m.Refused
		}
		if res = m.Result; res == nil && in.Progress != nil && m.Total > 0 {
			in.Progress(m.Done, m.Total)
		}
	}
	err = cmd.Wait()
	switch {
	case in.ctx.Err() != nil:
		return nil, nil, in.ctx.Err()
	case res == nil && refused != nil:
		return nil, nil, refused.err() // the second reader died of it as well
	case res == nil && late.Load():
		return nil, nil, &Error{Code: "timeout", Args: []string{limits.Time.String()}, Err: errDied}
	case res == nil && err != nil:
		err = workerError(err, cmd.ProcessState, stderr.String())
		if errorOf(err) == "memory" && (!extra || memory+more < limits.Memory) {
			err = errShare
		}
		return nil, nil, err
	case res == nil:
		return nil, nil, &Error{Code: "damaged", Err: errors.Join(errDied, broken)}
	case res.err() != nil:
		return nil, nil, res.err()
	}
	in.opened = res.Opened
	return lines, res.Warnings, nil
}

// workerError says why a worker died.
func workerError(err error, state *os.ProcessState, stderr string) error {
	if state == nil { // it could not be started
		return &Error{Code: "damaged", Err: err}
	}
	memory := state.ExitCode() == exitMemory || strings.Contains(stderr, "out of memory") ||
		strings.Contains(stderr, "cannot allocate memory") || strings.Contains(stderr, "makeslice: len out of range")
	if memory || strings.Contains(err.Error(), "signal: killed") { // by the system, for want of memory
		return &Error{Code: "memory", Err: errDied}
	}
	first, _, _ := strings.Cut(strings.TrimSpace(stderr), "\n")
	if first == "" {
		first = filepath.Base(state.String())
	}
	return &Error{Code: "damaged", Err: fmt.Errorf("%w: %s", errDied, first)}
}

// An opening keeps the first bytes that are written to it and forgets the rest: a
// dying program prints much, and says why at the start.
type opening struct{ b []byte }

const openingSize = 4096

func (t *opening) Write(p []byte) (int, error) {
	if n := openingSize - len(t.b); n > 0 {
		t.b = append(t.b, p[:min(n, len(p))]...)
	}
	return len(p), nil
}

func (t *opening) String() string { return string(t.b) }
