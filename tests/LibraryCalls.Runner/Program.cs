using System.Globalization;
using TopHalf.LibraryCalls.Runner;

// Runs cases of an assembly on one thread, and says first which thread it is and where its mark lies; then it waits for a line.
// Of each case it tells the result in a line: so many of them together, since each write is a system call that is traced.
if (args is not [{ } assembly, { } list, { } together])
{
    Console.Error.WriteLine("runner <assembly> <list: number, receivers, arguments, 1 if the first call is more, fields> <results together>");
    return 2;
}

CaseCall[] cases = CaseCall.Load(assembly, File.ReadLines(list));
using var mark = new Mark();
using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 16);
var measurement = new Measurement(mark, output, int.Parse(together, CultureInfo.InvariantCulture));
var thread = new Thread(() => measurement.Run(cases), maxStackSize: 16 << 20);
thread.Start();
thread.Join();
return 0;
