using System.Globalization;
using System.Reflection;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>What real-time options change of the kernel's own interrupts; its threads are there because of threadirqs.</summary>
internal static class RealTimeCases
{
    private const int Rounds = 200;
    private const int NoSuchCpu = 7; // the machine has two

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("Interrupts_go_to_the_processor_that_was_asked_for", InterruptsGoToTheirProcessor),
        new("The_kernels_thread_has_the_priority_that_was_asked_for", KernelThreadHasItsPriority),
        new("The_kernels_interrupts_are_as_before_when_the_settings_end", KernelIsAsBefore),
        new("A_processor_that_the_machine_has_not_leaves_nothing_bound", MissingProcessorIsRefused),
        new("All_of_RealTime_is_in_force_for_root", AllOfRealTime),
        new("Sixty_four_vectors_of_a_thread_are_moved", EveryVectorIsMoved),
    ];

    private static void InterruptsGoToTheirProcessor(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        foreach (int cpu in (int[])[1, 0])
        {
            var driver = new RaisedEdu(device);
            using InterruptBinding interrupts = driver.EnableInterrupts(device, new InterruptOptions { IrqCpu = cpu });
            int line = LineOf(Name(guest));
            Check.Equal($"{cpu}", Affinity(line));
            long[] before = Counts(line);
            for (int i = 0; i < Rounds; i++)
            {
                driver.Raise(1);
                EduCases.Wait(() => driver.Handled > i, $"raise {i + 1}");
            }

            long[] after = Counts(line);
            guest.Note($"line {line}, CPU {cpu}: {after[0] - before[0]} on CPU 0, {after[1] - before[1]} on CPU 1");
            Check.Equal((long)Rounds, after[cpu] - before[cpu]);
            Check.Equal(0L, after[1 - cpu] - before[1 - cpu]);
        }
    }

    private static void KernelThreadHasItsPriority(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        var driver = new RaisedEdu(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device, new InterruptOptions { IrqThreadPriority = 71 });
        (int thread, string name) = ThreadOf(LineOf(Name(guest)));
        guest.Note($"thread {thread} is {name}");
        Check.Equal((1, 71), Scheduling(thread));
        driver.Raise(1);
        EduCases.Wait(() => driver.Handled == 1, "the interrupt");
    }

    // The line goes away with the binding, and what it was set back to with it: so that stage of the end is done ahead of the others.
    private static void KernelIsAsBefore(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        (string Affinity, (int, int) Scheduling) before = default;
        using (new TriggeredEdu().EnableInterrupts(device))
        {
            before = Settings();
        }

        guest.Note($"before: CPUs {before.Affinity}, policy and priority {before.Scheduling}");
        using InterruptBinding interrupts = new TriggeredEdu().EnableInterrupts(device, new InterruptOptions { IrqCpu = 1, IrqThreadPriority = 33 });
        Check.Equal(("1", (1, 33)), Settings());
        FieldInfo settings = typeof(InterruptBinding).GetField("_lines", BindingFlags.NonPublic | BindingFlags.Instance)!;
        ((IDisposable)settings.GetValue(interrupts)!).Dispose();
        Check.Equal(before, Settings());

        (string Affinity, (int, int) Scheduling) Settings()
        {
            int line = LineOf(Name(guest));
            return (Affinity(line), Scheduling(ThreadOf(line).Id));
        }
    }

    private static void MissingProcessorIsRefused(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        using (new TriggeredEdu().EnableInterrupts(device))
        {
            // What the first binding of a device leaves open belongs to the device.
        }

        (int Files, int Mappings, int Threads) before = EduCases.Held();
        var refused = EduCases.Throws<PciDeviceException>(() => new TriggeredEdu().EnableInterrupts(device, new InterruptOptions { IrqCpu = NoSuchCpu }));
        guest.Note(refused.Message);
        Check.Equal("ERANGE", refused.ErrnoName);
        Check.That(refused.Message.Contains($"cannot go to CPU {NoSuchCpu}", StringComparison.Ordinal));
        Check.That(!File.ReadAllText("/proc/interrupts").Contains(Name(guest), StringComparison.Ordinal));
        EduCases.HeldAgain(before);

        using InterruptBinding interrupts = new TriggeredEdu().EnableInterrupts(
            device, new InterruptOptions { IrqCpu = NoSuchCpu, Enforcement = OptionEnforcement.BestEffort });
        Check.Equal("IrqCpu", interrupts.Warnings.Single().Option);
    }

    private static void AllOfRealTime(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        var driver = new TriggeredEdu();
        long resident = Kilobytes("VmRSS:");
        using (InterruptBinding interrupts = driver.EnableInterrupts(device, InterruptOptions.RealTime(cpu: 1, priority: 42)))
        {
            Check.Equal("", string.Join('\n', interrupts.Warnings));
            device.TriggerVector(0);
            EduCases.Wait(() => driver.Handled == 1, "the interrupt");
            Check.Equal("policy 1, priority 42, cpus 1", driver.Scheduling);
            int line = LineOf(Name(guest));
            Check.Equal(("1", (1, 44)), (Affinity(line), Scheduling(ThreadOf(line).Id)));
            Check.That(Kilobytes("VmLck:") > 0);
            guest.Note($"resident {resident / 1024} MiB before, {Kilobytes("VmRSS:") / 1024} MiB locked");
        }

        Check.Equal(0L, Kilobytes("VmLck:"));
    }

    private static void EveryVectorIsMoved(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.MsixDevice.Text);
        var options = new InterruptOptions { IrqCpu = 0, Threads = { ["io"] = new() { IrqCpu = 1, IrqThreadPriority = 60 } } };
        using InterruptBinding interrupts = new EveryVector().EnableInterrupts(device, options);
        Dictionary<int, string> threads = KernelThreads();
        foreach (string row in File.ReadLines("/proc/interrupts").Where(row => row.EndsWith($"({guest.MsixDevice})", StringComparison.Ordinal)))
        {
            int line = int.Parse(row.Split(':')[0], CultureInfo.InvariantCulture);
            bool isFirst = row.Contains("vfio-msix[0]", StringComparison.Ordinal);
            int thread = ThreadOf(line, threads).Id;
            Check.Equal(isFirst ? ("0", 50) : ("1", 60), (Affinity(line), Scheduling(thread).Priority));
            threads.Remove(thread);
        }

        Check.Equal(0, threads.Count(pair => pair.Value.Contains("vfio-msix", StringComparison.Ordinal)));
    }

    private static string Name(GuestContext guest) => $"vfio-msi[0]({guest.Device})";

    private static int LineOf(string name) => int.Parse(Row(name).Split(':')[0], CultureInfo.InvariantCulture);

    private static string Row(string name) => File.ReadLines("/proc/interrupts").Single(row => row.EndsWith(name, StringComparison.Ordinal));

    private static long[] Counts(int line)
    {
        string row = File.ReadLines("/proc/interrupts").Single(row => row.TrimStart().StartsWith($"{line}:", StringComparison.Ordinal));
        return [.. row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..3].Select(long.Parse)];
    }

    private static string Affinity(int line) => File.ReadAllText($"/proc/irq/{line}/smp_affinity_list").Trim();

    private static (int Id, string Name) ThreadOf(int line) => ThreadOf(line, KernelThreads());

    private static (int Id, string Name) ThreadOf(int line, Dictionary<int, string> threads)
    {
        KeyValuePair<int, string> thread = threads.Single(pair => pair.Value.StartsWith($"irq/{line}-vfio", StringComparison.Ordinal));
        return (thread.Key, thread.Value);
    }

    private static Dictionary<int, string> KernelThreads()
        => Directory.GetDirectories("/proc")
            .Where(static folder => int.TryParse(Path.GetFileName(folder), out _))
            .Select(static folder => (Id: int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), Name: CommOf(folder)))
            .Where(static thread => thread.Name.StartsWith("irq/", StringComparison.Ordinal))
            .ToDictionary(static thread => thread.Id, static thread => thread.Name);

    private static string CommOf(string folder)
    {
        try
        {
            return File.ReadAllText($"{folder}/comm").Trim();
        }
        catch (IOException)
        {
            return ""; // it ended meanwhile
        }
    }

    // Fields 40 and 41 of /proc/N/stat behind the name (proc(5)): real-time priority and policy.
    private static (int Policy, int Priority) Scheduling(int thread)
    {
        string text = File.ReadAllText($"/proc/{thread}/stat");
        string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (int.Parse(fields[41 - 3], CultureInfo.InvariantCulture), int.Parse(fields[40 - 3], CultureInfo.InvariantCulture));
    }

    private static long Kilobytes(string name)
    {
        string line = File.ReadLines("/proc/self/status").Single(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture);
    }
}
