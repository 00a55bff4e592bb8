namespace TopHalf.Analyzers.Tests;

/// <summary>A driver around the handler that a test is about.</summary>
internal static class EffectSource
{
    /// <summary>A driver whose handler has this body, with other members and other types beside it.</summary>
    public static string Handler(string body, string members = "", string types = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using TopHalf;

        [InterruptDriver]
        internal sealed partial class MyDriver
        {
            {{members}}

            [MsiVector(0)]
            private void OnRx(in Interrupt irq)
            {
                {{body}}
            }
        }

        {{types}}
        """;
}
