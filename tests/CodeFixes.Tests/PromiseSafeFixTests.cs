namespace TopHalf.CodeFixes.Tests;

public sealed class PromiseSafeFixTests
{
    private static readonly PromiseSafeFix Fix = new();

    [Fact]
    public Task An_abstract_method() => CodeFixTest.Verify(
        Fix,
        """
        using TopHalf;

        public abstract class Sink
        {
            /// <summary>Takes it.</summary>
            public abstract void Accept(ulong status);
        }

        [InterruptDriver]
        public partial class Card(Sink sink)
        {
            [MsiVector(0)]
            private void OnRx(in Interrupt irq) => sink.{|TH6002:Accept|}(irq.Status);
        }
        """,
        """
        using TopHalf;

        public abstract class Sink
        {
            /// <summary>Takes it.</summary>
            [InterruptSafe]
            public abstract void Accept(ulong status);
        }

        [InterruptDriver]
        public partial class Card(Sink sink)
        {
            [MsiVector(0)]
            private void OnRx(in Interrupt irq) => sink.Accept(irq.Status);
        }
        """,
        "Put 'Sink.Accept' under [InterruptSafe]");

    [Fact]
    public Task An_interface_member_at_the_end_of_a_chain() => CodeFixTest.Verify(
        Fix,
        """
        public interface ISink
        {
            void Accept(ulong status);
        }

        public class Hub(ISink sink)
        {
            public void Push(ulong status) => sink.Accept(status);
        }

        [TopHalf.InterruptDriver]
        public partial class Card(Hub hub)
        {
            [TopHalf.MsiVector(0)]
            private void OnRx(in TopHalf.Interrupt irq) => hub.{|TH6003:Push|}(irq.Status);
        }
        """,
        """
        public interface ISink
        {
            [TopHalf.InterruptSafe]
            void Accept(ulong status);
        }

        public class Hub(ISink sink)
        {
            public void Push(ulong status) => sink.Accept(status);
        }

        [TopHalf.InterruptDriver]
        public partial class Card(Hub hub)
        {
            [TopHalf.MsiVector(0)]
            private void OnRx(in TopHalf.Interrupt irq) => hub.Push(irq.Status);
        }
        """);

    /// <summary>The promise is checked from then on, where it is kept.</summary>
    [Fact]
    public Task A_property_and_who_implements_it() => CodeFixTest.Verify(
        Fix,
        """
        using TopHalf;
        public interface ISource
        {
            object Next { get; }
        }

        public class Source : ISource
        {
            public object Next => new object();
        }

        [InterruptDriver]
        public partial class Card(ISource source)
        {
            private object? _last;

            [MsiVector(0)]
            private void OnRx(in Interrupt irq) => _last = source.{|TH2001:{|TH6003:Next|}|};
        }
        """,
        """
        using TopHalf;
        public interface ISource
        {
            [InterruptSafe]
            object Next { get; }
        }

        public class Source : ISource
        {
            public object Next => {|TH2001:new object()|};
        }

        [InterruptDriver]
        public partial class Card(ISource source)
        {
            private object? _last;

            [MsiVector(0)]
            private void OnRx(in Interrupt irq) => _last = source.Next;
        }
        """);

    [Fact]
    public Task An_indexer() => CodeFixTest.Verify(
        Fix,
        Table("", "table{|TH6003:[0]|}").Replace("table{|TH6003:[0]|}", "{|TH6003:table[0]|}", StringComparison.Ordinal),
        Table("\n        [InterruptSafe]", "table[0]"),
        "Put 'ITable.this[]' under [InterruptSafe]");

    [Theory]
    [InlineData("_done?.{|TH6001:Invoke|}()", "_done?.Invoke()")]
    [InlineData("_done!.{|TH6001:Invoke|}()", "_done!.Invoke()")]
    [InlineData("{|TH6001:_done|}!()", "_done!()")]
    public Task A_delegate_type(string before, string after) => CodeFixTest.Verify(
        Fix,
        Delegate("", before),
        Delegate("[InterruptSafe]\n    ", after),
        "Put 'DoneHandler' under [InterruptSafe]");

    [Fact]
    public Task Not_for_a_delegate_type_of_the_library() => CodeFixTest.VerifyNoFix(
        Fix,
        """
        using TopHalf;
        [InterruptDriver]
        public partial class Card
        {
            public System.Action? Done { get; set; }

            [MsiVector(0)]
            private void OnRx(in Interrupt irq) => Done?.{|TH6001:Invoke|}();
        }
        """);

    [Fact]
    public Task Not_for_an_interface_of_the_library() => CodeFixTest.VerifyNoFix(
        Fix,
        """
        using TopHalf;
        [InterruptDriver]
        public partial class Card(System.IProgress<ulong> progress)
        {
            [MsiVector(0)]
            private void OnRx(in Interrupt irq) => progress.{|TH6003:Report|}(irq.Status);
        }
        """);

    /// <summary>What is asked for its elements is not what its elements are asked of.</summary>
    [Fact]
    public Task Not_for_the_property_that_a_loop_is_over() => CodeFixTest.VerifyNoFix(
        Fix,
        """
        using TopHalf;
        public abstract class Items
        {
            public abstract Numbers GetEnumerator();
        }

        public struct Numbers
        {
            public int Current => 0;
            public bool MoveNext() => false;
        }

        [InterruptDriver]
        public partial class Card(Items items)
        {
            private int _sum;

            internal virtual Items All => items;

            [MsiVector(0)]
            private void OnRx(in Interrupt irq)
            {
                foreach (int item in {|TH6002:All|})
                {
                    _sum += item;
                }
            }
        }
        """);

    private static string Table(string attribute, string call) => $$"""
        using TopHalf;
        public interface ITable
        {{{attribute}}
            int this[int index] { get; }
        }

        [InterruptDriver]
        public partial class Card(ITable table)
        {
            private int _last;

            [MsiVector(0)]
            private void OnRx(in Interrupt irq) => _last = {{call}};
        }
        """.Replace("\n        [I", "\n    [I", StringComparison.Ordinal);

    private static string Delegate(string attribute, string call) => $$"""
        using TopHalf;
        {{attribute}}public delegate void DoneHandler();

        [InterruptDriver]
        public partial class Card
        {
            private DoneHandler? _done;

            public void Set(DoneHandler done) => _done = done;

            [MsiVector(0)]
            private void OnRx(in Interrupt irq) => {{call}};
        }
        """.Replace("[InterruptSafe]\n    public", "[InterruptSafe]\npublic", StringComparison.Ordinal);
}
