using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>
/// What is wrong with a driver that can be generated all the same: descriptors that do not fit each other or the device, and
/// what other generators leave open. Only analyzers run it, so it may look at more than the generator can afford to.
/// </summary>
public static class DriverReview
{
    /// <summary>Reviews a driver in which <see cref="DriverParser"/> has found no fault; in a faulty one, one mistake would be told twice.</summary>
    /// <param name="driver">The driver class, with all that was generated into it.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static void Check(INamedTypeSymbol driver, FaultSink faults, CancellationToken cancellationToken)
    {
        var declared = DeclaredDriver.Read(driver);
        CallReview.Check(declared, faults, cancellationToken);
        BarReview.Check(declared, DeviceBars.Read(driver, faults), faults);
        ThreadReview.Check(declared, faults);
        UserVectorReview.Check(declared, faults);
        SharedReview.Check(declared, faults);
        MaskingReview.Check(declared, faults);
        AcknowledgeReview.Check(declared, faults);
        PairReview.Check(declared, faults);
        MaskRegisterReview.Check(declared, faults);
        UnmaskReview.Check(declared, faults);
        UnclaimedReview.Check(declared, faults);
        SourceReview.Check(declared, faults);
        ClearingReview.Check(declared, faults);
        StrideReview.Check(declared, faults);
        BankReview.Check(declared, faults);
        ReadToClear.Of(declared).Check(faults);
    }
}
