namespace TopHalf.CodeFixes.Tests;

/// <summary>What a handler does is mended where it is done, in whatever document or project that is.</summary>
public sealed class SeveralDocumentsTests
{
    private const string Driver = """
        using TopHalf;
        [InterruptDriver]
        public partial class Card(ISink sink)
        {
            [MsiVector(0)]
            private void OnRx(in Interrupt irq) => sink.Accept(irq.Status);
        }
        """;

    private const string Sink = "public interface ISink\n{\n    void Accept(ulong status);\n}\n";

    private const string SafeSink = "public interface ISink\n{\n    [TopHalf.InterruptSafe]\n    void Accept(ulong status);\n}\n";

    [Fact]
    public Task An_interface_in_another_document()
        => CodeFixTest.VerifySeveral(new PromiseSafeFix(), [[Driver, Sink]], [[Driver, SafeSink]]);

    [Fact]
    public Task An_interface_in_another_project()
        => CodeFixTest.VerifySeveral(new PromiseSafeFix(), [[Driver], ["// none", Sink]], [[Driver], ["// none", SafeSink]]);

    [Fact]
    public Task A_method_in_another_project() => CodeFixTest.VerifySeveral(
        new PromiseSafeFix(),
        [[Driver.Replace("ISink", "Sink", StringComparison.Ordinal)], ["public class Sink\n{\n    /// <summary>Takes it.</summary>\n    public void Accept(ulong status) { }\n}\n"]],
        [[Driver.Replace("ISink", "Sink", StringComparison.Ordinal)], ["public class Sink\n{\n    /// <summary>Takes it.</summary>\n    [TopHalf.InterruptSafe]\n    public void Accept(ulong status) { }\n}\n"]]);

    [Fact]
    public Task A_queue_that_another_part_of_the_driver_empties() => CodeFixTest.VerifySeveral(
        new RingFix(),
        [[
            """
            using TopHalf;
            public partial class Card
            {
                [MsiVector(0)]
                private void OnRx(in Interrupt irq) => _seen.Enqueue(irq.Status);
            }
            """,
            """
            using System.Collections.Generic;
            using System.Threading;
            [TopHalf.InterruptDriver]
            public partial class Card
            {
                private readonly Queue<ulong> _seen = new(64);

                public bool TryTake(out ulong status) => _seen.TryDequeue(out status);
            }
            """,
        ]],
        [[
            """
            using TopHalf;
            public partial class Card
            {
                [MsiVector(0)]
                private void OnRx(in Interrupt irq)
                {
                    if (!_seen.TryEnqueue(irq.Status))
                    {
                        System.Threading.Volatile.Write(ref _lostSeen, _lostSeen + 1);
                    }
                }
            }
            """,
            """
            using System.Collections.Generic;
            using System.Threading;
            [TopHalf.InterruptDriver]
            public partial class Card
            {
                private readonly TopHalf.SpscRing<ulong> _seen = new(64);
                private long _lostSeen;

                internal long LostSeen => Volatile.Read(ref _lostSeen);

                public bool TryTake(out ulong status) => _seen.TryDequeue(out status);
            }
            """,
        ]]);

    [Fact]
    public Task A_method_of_another_document_that_takes_an_interface() => CodeFixTest.VerifySeveral(
        new ConstrainedGenericFix(),
        [["using TopHalf;\n[InterruptDriver]\npublic partial class Card\n{\n    private Sink _sink;\n    [MsiVector(0)]\n    private void OnRx(in Interrupt irq) => Table.Put(_sink);\n}\n", "static class Table { internal static void Put(ISink sink) => sink.Accept(); }\ninterface ISink { void Accept(); }\nstruct Sink : ISink { public void Accept() { } }\n"]],
        [["using TopHalf;\n[InterruptDriver]\npublic partial class Card\n{\n    private Sink _sink;\n    [MsiVector(0)]\n    private void OnRx(in Interrupt irq) => Table.Put(_sink);\n}\n", "static class Table { internal static void Put<TSink>(TSink sink) where TSink : ISink => sink.Accept(); }\ninterface ISink { void Accept(); }\nstruct Sink : ISink { public void Accept() { } }\n"]]);
}
