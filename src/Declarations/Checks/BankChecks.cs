namespace TopHalf.Declarations;

/// <summary>Whether a further status register is declared so that its bits can be cleared.</summary>
internal static class BankChecks
{
    public static void Check(StatusBank bank, FaultSink faults)
    {
        Descriptor register = bank.Register;
        if (bank.Clear > BankClear.AtSource)
        {
            faults.Add(
                DeclarationRules.UnknownEnumValue,
                Anchor.Argument(register.Source, KnownNames.Clear),
                nameof(BankClear),
                (byte)bank.Clear,
                string.Join(", ", Enum.GetNames(typeof(BankClear))));
        }
        else if (bank.ClearOffset != 0 && bank.Clear != BankClear.EchoTo)
        {
            faults.Add(
                DeclarationRules.AddressConflict,
                Anchor.Argument(register.Source, KnownNames.ClearOffset),
                "ClearOffset is where BankClear.EchoTo writes, and Clear is " + bank.Clear);
        }
        else if (register.Type <= RegisterType.Port32 && bank.ClearOffset % register.Type.Bytes != 0)
        {
            faults.Add(
                DeclarationRules.OffsetUnaligned,
                Anchor.Argument(register.Source, KnownNames.ClearOffset),
                bank.ClearOffset,
                register.Type.Bytes,
                register.Type);
        }

        if (bank.First < 0)
        {
            faults.Add(DeclarationRules.AddressConflict, Anchor.Argument(register.Source, KnownNames.First), "indices count from 0");
        }
    }
}
