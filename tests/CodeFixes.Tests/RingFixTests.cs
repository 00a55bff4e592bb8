namespace TopHalf.CodeFixes.Tests;

public sealed class RingFixTests
{
    private static readonly RingFix Fix = new();

    [Fact]
    public Task A_list_that_is_only_put_into() => CodeFixTest.Verify(
        Fix,
        """
        using System.Collections.Generic;
        using TopHalf;

        [InterruptDriver]
        public partial class MyDriver
        {
            private readonly List<ulong> _seen = [];

            [MsiVector(0)]
            private void OnDone(in Interrupt irq) => _seen.{|TH2012:Add|}(irq.Status);
        }
        """,
        """
        using System.Collections.Generic;
        using TopHalf;

        [InterruptDriver]
        public partial class MyDriver
        {
            private readonly SpscRing<ulong> _seen = new(256);
            private long _lostSeen;

            internal long LostSeen => System.Threading.Volatile.Read(ref _lostSeen);

            [MsiVector(0)]
            private void OnDone(in Interrupt irq)
            {
                if (!_seen.TryEnqueue(irq.Status))
                {
                    System.Threading.Volatile.Write(ref _lostSeen, _lostSeen + 1);
                }
            }
        }
        """,
        "Hand over by a SpscRing: one thread takes out of '_seen', and what does not fit is counted");

    [Fact]
    public Task A_queue_of_several_handlers_that_another_thread_empties() => CodeFixTest.Verify(
        Fix,
        """
        using System.Collections.Concurrent;
        using System.Threading;
        using TopHalf;

        [InterruptDriver]
        public partial class MyDriver
        {
            private readonly ConcurrentQueue<(int Vector, ulong Status)> seen = new ConcurrentQueue<(int Vector, ulong Status)>(); // by time

            public int Waiting => seen.IsEmpty ? 0 : this.seen.Count;

            public bool TryTake(out (int Vector, ulong Status) taken) => seen.TryDequeue(out taken);

            [MsiVector(0)]
            private void OnDone(in Interrupt irq)
            {
                // The first.
                if (irq.Status == 0)
                    seen.{|TH2012:Enqueue|}((irq.Vector, 1));
                else
                    {|TH2012:Put|}(irq.Vector, irq.Status);
            }

            [MsiVector(1)]
            private void OnError(in Interrupt irq)
            {
                seen.{|TH2012:Enqueue|}((irq.Vector, 1)); // an error
                Put(irq.Vector, irq.Status);
            }

            private void Put(int vector, ulong status) => this.seen.Enqueue((vector, status));
        }
        """.Replace("        Put(irq.Vector, irq.Status);\n    }\n\n    private", "        {|TH2012:Put|}(irq.Vector, irq.Status);\n    }\n\n    private", StringComparison.Ordinal),
        """
        using System.Collections.Concurrent;
        using System.Threading;
        using TopHalf;

        [InterruptDriver]
        public partial class MyDriver
        {
            private readonly SpscRing<(int Vector, ulong Status)> seen = new SpscRing<(int Vector, ulong Status)>(256); // by time
            private long lostSeen;

            internal long LostSeen => Volatile.Read(ref lostSeen);

            public int Waiting => seen.IsEmpty ? 0 : this.seen.Count;

            public bool TryTake(out (int Vector, ulong Status) taken) => seen.TryDequeue(out taken);

            [MsiVector(0)]
            private void OnDone(in Interrupt irq)
            {
                // The first.
                if (irq.Status == 0)
                {
                    if (!seen.TryEnqueue((irq.Vector, 1)))
                    {
                        Volatile.Write(ref lostSeen, lostSeen + 1);
                    }
                }
                else
                    Put(irq.Vector, irq.Status);
            }

            [MsiVector(1)]
            private void OnError(in Interrupt irq)
            {
                if (!seen.TryEnqueue((irq.Vector, 1)))
                {
                    Volatile.Write(ref lostSeen, lostSeen + 1);
                } // an error
                Put(irq.Vector, irq.Status);
            }

            private void Put(int vector, ulong status)
            {
                if (!this.seen.TryEnqueue((vector, status)))
                {
                    Volatile.Write(ref lostSeen, lostSeen + 1);
                }
            }
        }
        """);

    [Theory]
    [InlineData("new(64)", "new(64)")]
    [InlineData("new(Size * 2)", "new(Size * 2)")]
    [InlineData("new()", "new(256)")]
    [InlineData("new(capacity: 0)", "new(256)")]
    [InlineData("new Queue<ulong>(64)", "new SpscRing<ulong>(64)")]
    public Task Its_capacity_is_that_of_the_queue(string made, string ring) => CodeFixTest.Verify(
        Fix,
        $$"""
        using System.Collections.Generic;
        using System.Threading;
        using TopHalf;
        [InterruptDriver]
        public partial class MyDriver
        {
            private const int Size = 4;
            private readonly Queue<ulong> _seen = {{made}};

            [MsiVector(0)]
            private void OnDone(in Interrupt irq)
            {
                _seen.{|TH2012:Enqueue|}(irq.Status);
            }
        }
        """,
        $$"""
        using System.Collections.Generic;
        using System.Threading;
        using TopHalf;
        [InterruptDriver]
        public partial class MyDriver
        {
            private const int Size = 4;
            private readonly SpscRing<ulong> _seen = {{ring}};
            private long _lostSeen;

            internal long LostSeen => Volatile.Read(ref _lostSeen);

            [MsiVector(0)]
            private void OnDone(in Interrupt irq)
            {
                if (!_seen.TryEnqueue(irq.Status))
                {
                    Volatile.Write(ref _lostSeen, _lostSeen + 1);
                }
            }
        }
        """);

    [Theory]
    [InlineData("foreach (ulong seen in _seen) { }")]
    [InlineData("_seen.Clear();")]
    [InlineData("_seen.Dequeue();")]
    [InlineData("_seen.Enqueue(1);")]
    [InlineData("Other(_seen);")]
    [InlineData("_seen = new();")]
    [InlineData("if (_seen?.Count > 0) { }")]
    [InlineData("_seen.TryDequeue(result: out _);")]
    [InlineData("_seen.TryDequeue(out _);")]
    [InlineData("long _lostSeen = 0; _lostSeen++;")]
    public Task Not_where_more_is_done_with_it(string use) => CodeFixTest.VerifyNoFix(Fix, Card("Queue<ulong> _seen = new()", use));

    [Theory]
    [InlineData("Queue<ulong> _seen = new(new ulong[4])")]
    [InlineData("Queue<ulong> _seen = new(), _more = new()")]
    [InlineData("Queue<ulong>? _seen = new()")]
    [InlineData("static Queue<ulong> _seen = new()")]
    public Task Not_for_another_field(string field) => CodeFixTest.VerifyNoFix(Fix, Card(field, ""));

    [Fact]
    public Task Not_for_a_public_field() => CodeFixTest.VerifyNoFix(
        Fix, Card("Queue<ulong> _seen = new()", "").Replace("private Queue", "public Queue", StringComparison.Ordinal));

    [Theory]
    [InlineData("[MsiVector(1, Thread = \"rx\")] private void OnRx(in Interrupt irq) => _seen.{|TH2012:Enqueue|}(1);")]
    [InlineData("[MsiVector(1)] private void OnRx(in Interrupt irq) => {|TH2012:OnError|}(); [DeviceError] private void OnError() => _seen.Enqueue(1);")]
    [InlineData("public System.Action? Kept; [MsiVector(1)] private void OnRx(in Interrupt irq) => Kept = {|TH2005:Put|}; private void Put() => _seen.Enqueue(1);")]
    [InlineData("public void Put() => _seen.Enqueue(1);")]
    [InlineData("public void More() => Put(); private void Put() => _seen.Enqueue(1);")]
    [InlineData("public System.Action More() => Put; private void Put() => _seen.Enqueue(1);")]
    public Task Not_where_another_thread_puts_in(string member) => CodeFixTest.VerifyNoFix(
        Fix, Card("Queue<ulong> _seen = new()", "").Replace("    private void Other", "    " + member + "\n    private void Other", StringComparison.Ordinal));

    [Fact]
    public Task Not_for_a_stack() => CodeFixTest.VerifyNoFix(
        Fix, Card("Stack<ulong> _seen = new()", "").Replace("Enqueue", "Push", StringComparison.Ordinal).Replace("TryDequeue", "TryPop", StringComparison.Ordinal));

    private static string Card(string field, string use) => $$"""
        using System.Collections.Generic;
        using TopHalf;
        [InterruptDriver]
        public partial class Card
        {
            private {{field}};

            public bool TryTake(out ulong taken) => _seen.TryDequeue(out taken);

            public void Use()
            {
                {{use}}
            }

            [MsiVector(0)]
            private void OnDone(in Interrupt irq) => _seen.{|TH2012:Enqueue|}(irq.Status);

            private void Other(object o) { }
        }
        """;
}
