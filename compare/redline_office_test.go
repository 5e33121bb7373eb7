package compare

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"svod/compare/table"
)

// settle is a macro of LibreOffice that accepts or rejects all changes of a
// document and writes its text.
const settle = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(src As String, dst As String, how As String)
  Dim p(0) As New com.sun.star.beans.PropertyValue
  p(0).Name = "Hidden" : p(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(src), "_blank", 0, p())
  d = createUnoService("com.sun.star.frame.DispatchHelper")
  d.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; how &amp; "AllTrackedChanges", "", 0, Array())
  Dim s(1) As New com.sun.star.beans.PropertyValue
  s(0).Name = "FilterName" : s(0).Value = "Text (encoded)"
  s(1).Name = "FilterOptions" : s(1).Value = "UTF8,LF,,,"
  doc.storeToURL(ConvertToURL(dst), s())
  doc.close(True)
End Sub
</script:module>
`

const library = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
`

// TestLibreOfficeRedline has another program accept and reject the changes.
func TestLibreOfficeRedline(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not installed")
	}
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return file
	}
	office := func(args ...string) {
		args = append([]string{"-env:UserInstallation=file://" + filepath.ToSlash(dir) + "/profile", "--headless"}, args...)
		if msg, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
			t.Skipf("soffice does not run: %v\n%s", err, msg)
		}
	}
	office("--terminate_after_init") // makes the profile, into which the macro goes
	write("profile/user/basic/Standard/Module1.xba", settle)
	write("profile/user/basic/Standard/script.xlb", library)

	// All that happens: changed ends of paragraphs beside new ones, rows of a
	// table, a move, a split, the last words.
	old := typed(redAct + "\nПримечание к таблице.")
	new := typed(strings.NewReplacer("пяти", "семи", "дня.", "дня;\n4) получать удостоверение.",
		"2. Члены совета избираются на три года рабочей группой на конкурсной основе.\n", "",
		"Глава 2", "Статья 2-1. Избрание\nЧлены совета избираются на три года рабочей группой на конкурсной основе.\nГлава 2",
		"членов. Решения", "членов.\n1-1. Решения", "| 2 |", "| 2 | Картон | 15 |\n| 3 |", "| 1 | Бумага | 10 |\n", "", "| 30 |", "| 45 |").Replace(redAct) +
		"\nСовсем другие слова.\nИ ещё одни.")
	c := Compare(old, new)
	var b bytes.Buffer
	if err := table.Write(&b, "docx", c.Redline(Options{})); err != nil {
		t.Fatal(err)
	}
	file := write("redline.docx", b.String())
	for how, d := range map[string][]string{"Reject": lines(old), "Accept": lines(new)} {
		out := filepath.Join(dir, how+".txt")
		office("macro:///Standard.Module1.Settle(" + file + "," + out + "," + how + ")")
		text, err := os.ReadFile(out)
		if err != nil {
			t.Skipf("soffice runs no macros here: %v", err)
		}
		var got, want []string
		for _, l := range strings.Split(strings.TrimPrefix(string(text), "\uFEFF"), "\n") {
			if l = strings.TrimSpace(l); l != "" {
				got = append(got, l)
			}
		}
		for _, l := range d { // its text has a line for each cell of a table
			if strings.HasPrefix(l, "|") {
				for i, c := range strings.Split(l, `"`) {
					if i%2 == 1 && c != "" {
						want = append(want, c)
					}
				}
				continue
			}
			want = append(want, l)
		}
		sameLines(t, how, got, want)
	}
}
