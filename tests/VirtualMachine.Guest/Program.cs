using System.Runtime.CompilerServices;
using TopHalf.VirtualMachine.Guest;

return args switch
{
    // What /init starts: all cases that this build of the program has, and the file (a serial port) that takes their results.
    ["run", string results] => Run(Chosen(RuntimeFeature.IsDynamicCodeCompiled ? GuestCases.All : GuestCases.Native), results),

    // What cases start as processes of their own.
    ["hold", string address] => OtherProcess.Hold(address),
    ["open-as", string user, string address] => OtherProcess.OpenAs(uint.Parse(user), address),
    ["allocate-as", string user, string address, string limit] => OtherProcess.AllocateAs(uint.Parse(user), address, nuint.Parse(limit)),
    _ => Refuse(),
};

// A word on the kernel's command line, to try a few cases without the others.
static IReadOnlyList<GuestCase> Chosen(IReadOnlyList<GuestCase> cases)
    => Environment.GetEnvironmentVariable("TOPHALF_CASES") is { Length: > 0 } word
        ? [.. cases.Where(guestCase => guestCase.Name.Contains(word, StringComparison.Ordinal))]
        : cases;

static int Run(IReadOnlyList<GuestCase> cases, string results)
{
    using var writer = new ResultWriter(new StreamWriter(results, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Write, BufferSize = 0 }));
    return CaseRunner.Run(cases, GuestDevices.FromEnvironment(), writer) ? 0 : 1;
}

static int Refuse()
{
    Console.Error.WriteLine("usage: TopHalf.VirtualMachine.Guest run RESULTS-FILE | hold ADDRESS | open-as USER ADDRESS | allocate-as USER ADDRESS BYTES");
    return 2;
}
