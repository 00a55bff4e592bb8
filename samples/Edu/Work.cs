namespace TopHalf.Samples.Edu;

/// <summary>What the program has the device do, and what it says of that.</summary>
internal static class Work
{
    /// <summary>The first line.</summary>
    public static string Greeting(PciDevice device, uint id, bool isAlive)
        => $"{device.Name}: id 0x{id:X8}, {(isAlive ? "alive" : "does not answer")}";

    /// <summary>Computes factorials.</summary>
    /// <returns>Whether all were right.</returns>
    public static bool Compute(Func<uint, uint> factorial, Func<long> lastStatus, EduOptions options)
    {
        int wrong = 0;
        for (int i = 1; i <= options.Count; i++)
        {
            uint n = ((uint)i - 1) % 12 + 1; // 12! is the last that 32 bits hold
            uint product = factorial(n);
            bool right = product == Expected(n);
            wrong += right ? 0 : 1;
            if (!options.Quiet || !right)
            {
                Console.WriteLine(
                    $"interrupt {i,5}: {Of(options)}, status 0x{lastStatus():X8}: {n}! = {product}{(right ? "" : $", wrong: expected {Expected(n)}")}");
            }
        }

        Console.WriteLine($"{options.Count} factorials, {wrong} wrong");
        return wrong == 0;
    }

    /// <summary>Moves bytes to the device's buffer and back, and compares.</summary>
    /// <returns>Whether all came back as they went.</returns>
    public static bool Transfer(EduCard card, EduOptions options)
    {
        long bytes = 0;
        int wrong = 0;
        for (int i = 1; i <= options.Transfers; i++)
        {
            // Never up to the end of the buffer: at a transfer that reaches it, QEMU 7.2 aborts.
            byte[] sent = new byte[(i * 331 % 2048) + 1];
            byte[] received = new byte[sent.Length];
            int place = i * 97 % 2000;
            new Random(i).NextBytes(sent);
            card.Send(sent, place);
            card.Receive(received, place);
            int different = sent.Zip(received).Count(static pair => pair.First != pair.Second);
            bytes += sent.Length;
            wrong += different;
            if (!options.Quiet || different > 0)
            {
                Console.WriteLine(
                    $"transfer  {i,5}: {Of(options)}, status 0x{card.LastStatus:X8}: {sent.Length} bytes to 0x{EduRegisters.Buffer + place:X} and back{(different == 0 ? "" : $", {different} wrong")}");
            }
        }

        if (options.Transfers > 0)
        {
            Console.WriteLine($"{options.Transfers} transfers each way, {bytes} bytes, {wrong} came back wrong");
        }

        return wrong == 0;
    }

    /// <summary>A line for each vector.</summary>
    public static void Print(InterruptStatistics statistics)
    {
        foreach (VectorStatistics vector in statistics.Vectors)
        {
            Console.WriteLine(
                $"vector {vector.Vector} ({vector.Handler}): {vector.Signals} signals, {vector.Handled} handled, " +
                $"{vector.Coalesced} coalesced, {vector.Spurious} spurious");
        }
    }

    private static string Of(EduOptions options) => options.Line ? "the line" : "vector 0";

    private static uint Expected(uint n) => n < 2 ? 1 : n * Expected(n - 1);
}
