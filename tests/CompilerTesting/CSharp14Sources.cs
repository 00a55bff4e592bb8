namespace TopHalf.CompilerTesting;

/// <summary>Drivers in C# 14, for the tests in a Roslyn that parses it.</summary>
public static class CSharp14Sources
{
    /// <summary>
    /// A driver with a partial constructor and event, <c>field</c>, null-conditional assignment, an operator that changes its
    /// object, unbound <c>nameof</c>, a lambda with modifiers, and extension members beside and around it.
    /// </summary>
    public const string Driver = """
        #pragma warning disable TH2001, TH2002, TH5003, TH5010 // The syntax is what matters here.
        using System;
        using System.Collections.Generic;
        using TopHalf;

        namespace Modern;

        public sealed class Counter
        {
            public long Value;
            public void operator +=(long more) => Value += more;
            public void operator ++() => Value++;
        }

        public static class Registers
        {
            public const uint Status = 0x24;

            extension(Bar bar)
            {
                public uint Status => bar.Read32(Status);
                public static uint Offset => Status;
            }
        }

        [InterruptDriver(VendorId = 0x1234)]
        public sealed partial class ModernDriver
        {
            private readonly Counter? _counter = new();
            private delegate bool TryRead(string text, out int value);

            public partial ModernDriver(PciDevice device);

            public partial ModernDriver(PciDevice device) => Bar = device.GetBar(0);

            public partial event Action? Done;

            public partial event Action? Done { add { } remove { } }

            public Bar Bar { get; }

            public int Depth { get => field; set => field = value < 0 ? 0 : value; }

            [MsiVector(0, Thread = nameof(List<>))]
            [IrqPending(RegisterType.Mmio32, bar: 0, offset: Registers.Status, mask: 1)]
            [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 1, Clear = IrqClear.Echo)]
            private void OnDone(in Interrupt irq)
            {
                _counter?.Value = irq.Signals;
                Counter counter = new();
                counter += irq.Signals;
                counter++;
                TryRead read = (text, out value) => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out value);
                Depth = read("1", out int depth) ? depth : 0;
            }

            [MsiVector(1)]
            private partial void OnLink(in Interrupt irq);

            private partial void OnLink(in Interrupt irq) => Span(new int[2]);

            private static void Span(ReadOnlySpan<int> items) { }
        }
        """;
}
