//! What can be said, each with the placeholders that its texts fill in.

macro_rules! keys {
    ($($name:ident),* $(,)?) => {
        /// One thing that can be said; the texts stand in one file for each language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the files say it in three languages")]
        pub enum Key {
            $($name),*
        }

        impl Key {
            /// Every key.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name as it is written above.
            const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name)),*
                }
            }
        }
    };
}

keys! {
    AskCustomer,
    AskItems,
    AskPrice,
    AskAmount,
    AskWhen,
    AskName,
    AskChange,
    AskProduct,
    AskAgain,
    AskIssue,
    AskPayment,
    AskCredit,
    AskNew,
    AskNewWithOpening,
    AskAnother,
    AskUpdate,
    AskReminder,
    AskCancelReminder,
    AskCancelReminders,
    AskPutOff,
    AskDelete,
    AskCode,
    AskDiscard,
    AskDiscardAll,
    AskCancelBill,
    AskSetPrice,
    AskAddStock,
    WhichCustomer,
    NearCustomer,
    NearOrNewCustomer,
    MakeNewCustomer,
    NewCustomer,
    WhichProduct,
    WhichDraft,
    You,
    Nobody,
    EveryMinutes,
    EveryHours,
    EveryDays,
    EveryWeeks,
    EveryMonths,
    EveryYears,
    EveryWeekday,
    EveryMonthDay,
    WeekdayMonday,
    WeekdayTuesday,
    WeekdayWednesday,
    WeekdayThursday,
    WeekdayFriday,
    WeekdaySaturday,
    WeekdaySunday,
    NextTime,
    ModeCash,
    ModeUpi,
    ModeCard,
    ModeBank,
    ModeCheque,
    Owes,
    Clear,
    Advance,
    NowOwes,
    NowClear,
    NowAdvance,
    LabelOwes,
    LabelAdvance,
    LabelClear,
    NewGoods,
    DraftLines,
    DraftDiscount,
    DraftTotal,
    DraftTotalWithTax,
    OnlyLeft,
    NoneLeft,
    Issued,
    BillSent,
    BillNotSent,
    BillCancelled,
    Discarded,
    DiscardedAll,
    OpenDrafts,
    Bills,
    Paid,
    BookedToday,
    Credited,
    TotalPending,
    CustomerMade,
    CustomerChanged,
    Reminded,
    KeptForYou,
    RemindersCancelled,
    ReminderPutOff,
    RecurringNotMoved,
    Erased,
    Reminders,
    NoReminders,
    Stock,
    StockAdded,
    PriceSet,
    Undone,
    UndoneBill,
    UndoneDiscard,
    UndoneReminderCancel,
    AskUndo,
    CannotUndoErased,
    CannotUndoCancelled,
    CannotUndoSent,
    CannotUndoRecording,
    NounBill,
    NounDraft,
    NounBillChange,
    NounBillCancel,
    NounSending,
    NounPayment,
    NounCredit,
    NounAccount,
    NounCustomer,
    NounDetails,
    NounErasing,
    NounReminder,
    NounReminderTime,
    NounReminderCancel,
    NounStock,
    NounPrice,
    NounOther,
    NothingToUndo,
    NothingToConfirm,
    NothingToRepeat,
    LetBe,
    StillStands,
    Waits,
    NotDone,
    Help,
    LanguageSet,
    LanguageNotSpoken,
    NotUnderstood,
    AskExact,
    NotPossible,
    NoCodeAsked,
    CustomerNotFound,
    ProductNotFound,
    NotOnBill,
    NoDraft,
    NoBill,
    AlreadyCancelled,
    OutOfRange,
    Forbidden,
    NotFound,
    Stale,
    OutOfStock,
    NoneLeftNoBill,
    NotPriced,
    WrongUnit,
    CreditLimit,
    PhoneTaken,
    NoGstin,
    CodeWrong,
    Unreadable,
    Already,
    PastTime,
    PeriodClosed,
    Unavailable,
    AskPhone,
    AskEmail,
    AskWriteEmail,
    AskSend,
    AskRecord,
    ChannelWhatsapp,
    ChannelEmail,
    ChannelSms,
    DocumentBill,
    DocumentStatement,
    Sent,
    RecordingStarted,
    RecordingStopped,
    DaysToday,
    DaysYesterday,
    DaysThisWeek,
    DaysLastWeek,
    DaysThisMonth,
    DaysLastMonth,
    DaysThisYear,
    DaysAll,
    DaysSpan,
    Summary,
    SummaryBills,
    SummaryCame,
    SummaryCameNothing,
    SummaryLent,
    SummaryNothing,
    Statement,
    StatementNothing,
}

impl Key {
    /// The name of the text in the files: `AskNewWithOpening` is `ask-new-with-opening`.
    #[must_use]
    pub fn id(self) -> String {
        kebab(self.name())
    }
}

/// Words run together with capitals, as words in small letters between hyphens.
pub(super) fn kebab(name: &str) -> String {
    let mut id = String::with_capacity(name.len() + 8);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !id.is_empty() {
            id.push('-');
        }
        id.push(letter.to_ascii_lowercase());
    }
    id
}
