using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH5010: code that the driver hands to others, or that they call back, runs where these call it.</summary>
public sealed class HandedOverDelegateTests
{
    [Fact]
    public Task A_delegate_in_a_property_that_only_handlers_read_runs_where_they_do() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_card.Receive(); _port.{|TH5010:Receive|}();",
            """
            private readonly Card _card; private readonly Port _port; private int _own, _shared;
            public MyDriver() { _card = new Card { Received = Count }; _card.Kept = () => _own++; _port = new Port { Received = () => _shared++ }; }
            public void Flush() => _port.Flush();
            private void Count() => _own++;
            """,
            """
            internal sealed class Card
            {
                public Action? Received { get; init; }
                public Action? Kept;
                public void Receive() { Received?.Invoke(); Kept?.Invoke(); }
            }
            internal sealed class Port
            {
                public Action? Received { get; init; }
                public void Receive() => Received?.Invoke();
                public void Flush() => Received?.Invoke();
            }
            """));

    [Fact]
    public Task What_a_base_class_elsewhere_calls_back_runs_where_it_is_called() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_own++; {|TH5010:Dispatch|}(1);",
            """
            private int _own, _seen;
            public int Seen => _seen;
            protected override void OnLink(bool isUp) { _own++; _seen++; }
            """).Replace("partial class MyDriver", "partial class MyDriver : Vendor.Link", StringComparison.Ordinal),
        new ProjectOptions
        {
            Library = """
                using TopHalf;
                namespace Vendor
                {
                    public abstract class Link
                    {
                        [InterruptSafe] protected void Dispatch(int code) => OnLink(code == 1);
                        [InterruptSafe] protected abstract void OnLink(bool isUp);
                    }
                }
                """,
        });
}
